import { parseYuan } from '@linggong/core/domain';
import type { DepositAnswer } from '@linggong/settlement/api';
import { TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EnterprisePicker } from '../enterprises/enterprise-picker';
import { EffectSheet } from '../parts/effect-sheet';
import { Facts } from '../parts/facts';
import { Money } from '../parts/money';
import { yuanSignText } from '../parts/money-text';
import type { ConsoleDataProvider } from '../provider';

const fields = ['bankSerial', 'payerName', 'remark'] as const;

/** Records money received on a sub-account; the bank's serial keeps it from being recorded twice. */
export function RecordDeposit({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [enterpriseId, setEnterpriseId] = useState<number | undefined>(undefined);
  const [amount, setAmount] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const parsed = parseYuan(amount.replace(/,/g, ''));
  const fen = parsed.ok ? Number(parsed.fen) : undefined;
  const filled = ['bankSerial', 'payerName'].every((field) => (typed[field] ?? '').trim() !== '');
  const close = (): void => {
    setAmount('');
    setTyped({});
    setEnterpriseId(undefined);
    onClose();
  };
  return (
    <EffectSheet<DepositAnswer>
      open={open}
      onClose={close}
      title={translate('deposit.record')}
      lead={translate('deposit.lead')}
      effects={
        fen === undefined
          ? []
          : [
              {
                label: translate('resources.deposits.fields.amountFen'),
                value: <Money fen={fen} total />,
                strong: true,
              },
            ]
      }
      ready={enterpriseId !== undefined && fen !== undefined && fen > 0 && filled}
      confirm={
        fen === undefined ? translate('deposit.record') : translate('deposit.confirm', { amount: yuanSignText(fen) })
      }
      run={async ({ key }) => {
        const remark = (typed['remark'] ?? '').trim();
        const body = {
          enterpriseId,
          amountFen: fen,
          bankSerial: typed['bankSerial'],
          payerName: typed['payerName'],
          ...(remark === '' ? {} : { remark }),
        };
        // The route answers with the schema `depositAnswer`.
        return (await provider.command('deposits', undefined, '', body, key)) as DepositAnswer;
      }}
      done={(deposit) => (
        <Facts
          columns={1}
          facts={[
            { label: translate('resources.deposits.fields.number'), value: deposit.number },
            { label: translate('resources.deposits.fields.amountFen'), value: <Money fen={deposit.amountFen} total /> },
            { label: translate('deposit.available'), value: <Money fen={deposit.availableFen} total /> },
          ]}
        />
      )}
    >
      <EnterprisePicker onPick={setEnterpriseId} />
      <TextField
        required
        label={translate('deposit.amount')}
        value={amount}
        error={amount !== '' && !parsed.ok}
        helperText={amount !== '' && !parsed.ok ? translate('batch.edit.amount') : undefined}
        onChange={(event) => {
          setAmount(event.target.value);
        }}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      />
      {fields.map((field) => (
        <TextField
          key={field}
          required={field !== 'remark'}
          label={translate(`resources.deposits.fields.${field}`)}
          value={typed[field] ?? ''}
          onChange={(event) => {
            setTyped({ ...typed, [field]: event.target.value });
          }}
        />
      ))}
    </EffectSheet>
  );
}
