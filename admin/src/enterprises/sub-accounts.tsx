import { Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { EffectSheet } from '../parts/effect-sheet';
import { Facts } from '../parts/facts';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import type { EnterpriseRecord } from './enterprise';

/** The sub-account at the bank (客户备付金子账户): client money never stands on the platform's own. */
export function SubAccounts({ record, refresh }: { record: EnterpriseRecord; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const open =
    useMay()('enterprise-account', 'open') && record.accounts?.some(({ state }) => state === 'open') === false;
  const [asking, setAsking] = useState(false);
  const label = (field: string): string => translate(`enterprise.account.${field}`);
  if (record.accounts === undefined) return null;
  return (
    <Card
      title={translate('enterprise.account.title')}
      action={
        open ? (
          <Button
            size="small"
            color="primary"
            onClick={() => {
              setAsking(true);
            }}
          >
            {label('open')}
          </Button>
        ) : undefined
      }
    >
      {record.accounts.length === 0 && translate('enterprise.account.none')}
      {record.accounts.map((account) => (
        <Facts
          key={account.id}
          facts={[
            { label: label('subAccountNumber'), value: account.subAccountNumber },
            {
              label: label('bankName'),
              value: [account.bankName, account.bankCode].filter((part) => part !== null).join(' '),
            },
            { label: label('state'), value: <StateChip kind="account" state={account.state} /> },
            { label: label('openedAt'), value: <Instant at={account.openedAt} /> },
          ]}
        />
      ))}
      <OpenAccount
        id={record.id}
        open={asking}
        onClose={() => {
          setAsking(false);
          refresh();
        }}
      />
    </Card>
  );
}

const fields = ['subAccountNumber', 'bankName', 'bankCode'] as const;

function OpenAccount({ id, open, onClose }: { id: number; open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  return (
    <EffectSheet
      open={open}
      onClose={onClose}
      title={translate('enterprise.account.open')}
      lead={translate('enterprise.account.lead')}
      ready={fields.every((field) => (typed[field] ?? '').trim() !== '')}
      confirm={translate('enterprise.account.open')}
      run={({ key }) => provider.command('enterprises', id, 'accounts', typed, key)}
    >
      {fields.map((field) => (
        <TextField
          key={field}
          required
          label={translate(`enterprise.account.${field}`)}
          value={typed[field] ?? ''}
          onChange={(event) => {
            setTyped({ ...typed, [field]: event.target.value });
          }}
        />
      ))}
    </EffectSheet>
  );
}
