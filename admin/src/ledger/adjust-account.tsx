import { Button, MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useLocale, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { moneyOf } from '../parts/form-checks';
import { MoneyInput } from '../parts/money-input';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { adjustmentOf, isAdjustable, type Side } from './adjustment';
import type { AccountRecord, AccountRow } from './ledger';

/** Asks for an adjusting entry (调账) between this account and another of the same owner; a second person of finance decides. */
export function AdjustAccount({ account }: { account: AccountRecord }): ReactNode {
  const translate = useTranslate();
  const may = useMay()('ledger-transactions', 'adjust');
  const [open, setOpen] = useState(false);
  if (!may || !isAdjustable(account.code)) return null;
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('ledger.adjust.title')}
      </Button>
      {open && (
        <AdjustSheet
          account={account}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function AdjustSheet({ account, onClose }: { account: AccountRecord; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [side, setSide] = useState<Side>('debit');
  const [other, setOther] = useState('');
  const [amount, setAmount] = useState('');
  const others = useOthers(account);
  const parsed = moneyOf(amount);
  const amountFen = parsed.ok ? Number(parsed.fen) : 0;
  return (
    <EffectSheet
      open
      onClose={onClose}
      title={`${translate('ledger.adjust.title')} · ${account.code}`}
      lead={translate('ledger.adjust.lead')}
      notes={[translate('ledger.adjust.note')]}
      reason="required"
      ready={other !== '' && amountFen > 0}
      confirm={translate('ledger.adjust.confirm')}
      run={({ reason, key }) =>
        provider.command(
          'ledger-transactions',
          undefined,
          'adjustments',
          { postings: [adjustmentOf({ account: account.code, other, side, amountFen })], reason },
          key,
        )
      }
    >
      <TextField
        select
        label={translate('ledger.adjust.side')}
        value={side}
        onChange={(event) => {
          setSide(event.target.value === 'credit' ? 'credit' : 'debit');
        }}
      >
        <MenuItem value="debit">{translate('ledger.adjust.debit')}</MenuItem>
        <MenuItem value="credit">{translate('ledger.adjust.credit')}</MenuItem>
      </TextField>
      <TextField
        select
        required
        label={translate('ledger.adjust.other')}
        value={other}
        onChange={(event) => {
          setOther(event.target.value);
        }}
      >
        {others.map(({ code, name }) => (
          <MenuItem key={code} value={code}>
            {`${name} · ${code}`}
          </MenuItem>
        ))}
      </TextField>
      <MoneyInput required positive label={translate('ledger.adjust.amount')} value={amount} onChange={setAmount} />
    </EffectSheet>
  );
}

/** Accounts of the same enterprise, or of the platform, that may be corrected by hand. */
function useOthers(account: AccountRecord): { code: string; name: string }[] {
  const provider = useDataProvider<ConsoleDataProvider>();
  const english = useLocale() === 'en';
  const { data = [] } = useQuery({
    queryKey: ['ledger-accounts', 'beside', account.code],
    queryFn: async ({ signal }) => {
      const { data: rows } = await provider.getList<AccountRow>('ledger-accounts', {
        pagination: { page: 1, perPage: 50 },
        sort: { field: 'code', order: 'ASC' },
        filter: account.enterpriseId === null ? { q: '' } : { enterpriseId: account.enterpriseId },
        signal,
      });
      return rows;
    },
  });
  return data
    .filter((row) => row.enterpriseId === account.enterpriseId && row.code !== account.code && isAdjustable(row.code))
    .map((row) => ({ code: row.code, name: english ? row.nameEn : row.nameZh }));
}
