import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { CopyButton } from '../parts/copy-button';
import { useMay, useMe } from '../session/use-me';

/** A row of `/api/console/enterprise-accounts`, as far as it is needed here. */
interface AccountRow {
  id: number;
  subAccountNumber: string;
  bankName: string;
  bankCode: string | null;
}

const open = { state: 'open' };

/** The button that tells an enterprise how it pays in (充值说明); nothing for anybody else. */
export function DepositHow(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const own = useMe()?.account.enterpriseId !== undefined;
  const [shown, setShown] = useState(false);
  if (!own || !may('enterprise-account', 'list')) return null;
  const close = (): void => {
    setShown(false);
  };
  return (
    <>
      <Button
        variant="contained"
        color="primary"
        onClick={() => {
          setShown(true);
        }}
      >
        {translate('deposit.how.title')}
      </Button>
      <Dialog open={shown} onClose={close} aria-labelledby="deposit-how">
        <DialogTitle id="deposit-how">{translate('deposit.how.title')}</DialogTitle>
        <DialogContent>
          <Values />
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate('ra.action.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

/** To which account, each value to be copied clean, and whose payments are taken without a question. */
function Values(): ReactNode {
  const translate = useTranslate();
  const { data } = useGetList<AccountRow>(
    'enterprise-accounts',
    { pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'DESC' }, filter: open },
    { retry: false },
  );
  if (data === undefined) return null;
  const [account] = data;
  const word = (part: string): string => translate(`deposit.how.${part}`);
  if (account === undefined) return word('none');
  const values = [
    ['number', account.subAccountNumber],
    ['bank', account.bankName],
    ...(account.bankCode === null ? [] : [['bankCode', account.bankCode] as const]),
  ] as const;
  return (
    <>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 0.25, fontSize: 14 }}>
        {values.map(([part, value]) => (
          <Box key={part} sx={{ display: 'flex', gap: 1, alignItems: 'center', minWidth: 0 }}>
            <Box component="dt" sx={{ width: 88, flex: 'none', color: 'tokens.ink3' }}>
              {word(part)}
            </Box>
            <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
              {value}
            </Box>
            <CopyButton value={value.trim()} of={word(part)} />
          </Box>
        ))}
      </Box>
      <Box component="ul" sx={{ m: 0, mt: 1.5, pl: 2.25, fontSize: 13, color: 'tokens.ink2' }}>
        {(['payer', 'after'] as const).map((part) => (
          <li key={part}>{word(part)}</li>
        ))}
      </Box>
    </>
  );
}
