import type { FeeBillAnswer } from '@linggong/billing/api';
import { TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EnterprisePicker } from '../enterprises/enterprise-picker';
import { EffectSheet } from '../parts/effect-sheet';
import { Facts } from '../parts/facts';
import { Money } from '../parts/money';
import type { ConsoleDataProvider } from '../provider';

/** Bills a month that has ended; another person settles it. */
export function IssueBill({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [enterpriseId, setEnterpriseId] = useState<number | undefined>(undefined);
  const [month, setMonth] = useState('');
  const label = (field: string): string => translate(`resources.fee-bills.fields.${field}`);
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
  return (
    <EffectSheet<FeeBillAnswer>
      open={open}
      onClose={() => {
        // The next bill is begun with an empty field and nobody picked.
        setEnterpriseId(undefined);
        setMonth('');
        onClose();
      }}
      title={translate('feeBill.issue')}
      lead={translate('feeBill.lead')}
      ready={enterpriseId !== undefined && isMonth}
      confirm={translate('feeBill.issue')}
      run={async ({ key }) =>
        // The route answers with the schema `feeBillAnswer`.
        (await provider.command('fee-bills', undefined, '', { enterpriseId, month }, key)) as FeeBillAnswer
      }
      done={(bill) => (
        <Facts
          columns={1}
          facts={[
            { label: label('number'), value: bill.number },
            { label: label('accruedFen'), value: <Money fen={bill.accruedFen} total /> },
            { label: label('shortfallFen'), value: <Money fen={bill.shortfallFen} total /> },
            { label: label('totalFen'), value: <Money fen={bill.totalFen} total /> },
          ]}
        />
      )}
    >
      <EnterprisePicker onPick={setEnterpriseId} />
      <TextField
        required
        label={label('month')}
        placeholder="2026-10"
        value={month}
        error={month !== '' && !isMonth}
        helperText={translate('feeBill.monthHelp')}
        onChange={(event) => {
          setMonth(event.target.value.trim());
        }}
      />
    </EffectSheet>
  );
}
