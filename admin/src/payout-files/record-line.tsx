import type { DepositAnswer, LineDepositPreview } from '@linggong/settlement/api';
import { isOwnPayer } from '@linggong/settlement/domain';
import { Skeleton, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { DepositDone } from '../deposits/deposit-done';
import { PayerWarning } from '../deposits/payer-warning';
import { EffectSheet, type Effect } from '../parts/effect-sheet';
import { Money } from '../parts/money';
import { Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { call, type ConsoleDataProvider } from '../provider';

/** Whose account a credit came to, and whether the enterprise itself paid. */
function usePreview(lineId: number | undefined) {
  return useQuery({
    queryKey: ['statement-lines', lineId, 'deposit'],
    enabled: lineId !== undefined,
    retry: false,
    queryFn: async ({ signal }) => {
      const { json } = await call(`/api/v1/statement-lines/${String(lineId)}/deposit`, { signal });
      // The route answers with the schema `lineDepositPreview`.
      return json as LineDepositPreview;
    },
  });
}

/** Records a credit of a statement as a deposit of the enterprise whose sub-account it came to. */
export function RecordLine({ lineId, onClose }: { lineId: number | undefined; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const { data, error } = usePreview(lineId);
  const [typed, setTyped] = useState('');
  const asks = data?.payerName === null;
  const payer = asks ? typed.trim() : (data?.payerName ?? '');
  const name = data?.enterpriseName ?? null;
  const foreign = name !== null && payer !== '' && !isOwnPayer(payer, name);
  return (
    <EffectSheet<DepositAnswer>
      open={lineId !== undefined}
      onClose={() => {
        setTyped('');
        onClose();
      }}
      title={translate('bank.deposit')}
      lead={translate('bank.depositLead')}
      effects={useEffects(data)}
      reason={foreign ? 'required' : 'none'}
      ready={name !== null && payer !== ''}
      confirm={translate('bank.deposit')}
      run={async ({ reason, key }) => {
        const body = { ...(asks ? { payerName: payer } : {}), ...(foreign && reason !== undefined ? { reason } : {}) };
        // The route answers with the schema `depositAnswer`.
        return (await provider.command('statement-lines', lineId, 'deposit', body, key)) as DepositAnswer;
      }}
      done={(deposit) => <DepositDone deposit={deposit} />}
    >
      {data === undefined && error === null && <Skeleton variant="rounded" height={176} />}
      {error !== null && <Trouble error={error} />}
      {data !== undefined && name === null && <Trouble error={new Error('problem.noEnterprise')} />}
      {asks && (
        <TextField
          required
          label={translate('bank.payer')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
      )}
      {foreign && <PayerWarning enterprise={name} payer={payer} />}
    </EffectSheet>
  );
}

function useEffects(data: LineDepositPreview | undefined): readonly Effect[] {
  const translate = useTranslate();
  if (data === undefined) return [];
  const field = (name: string): string => translate(`resources.deposits.fields.${name}`);
  return [
    { label: translate('bank.enterprise'), value: data.enterpriseName ?? '—', strong: true },
    { label: field('subAccountNumber'), value: data.subAccountNumber },
    { label: field('payerName'), value: data.payerName ?? '—' },
    { label: field('receivedAt'), value: <Instant at={data.receivedAt} /> },
    { label: field('amountFen'), value: <Money fen={data.amountFen} total />, strong: true },
  ];
}
