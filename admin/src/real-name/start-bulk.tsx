import { realNameStates } from '@linggong/parties/domain';
import { MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { DateField } from '../parts/date-field';
import { EffectSheet, type Effect } from '../parts/effect-sheet';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { dayOf } from '../parts/time-text';
import type { ConsoleDataProvider } from '../provider';
import { filterOf, type BulkDetail, type Estimate, type TypedFilter } from './bulk';
import { BulkProgress } from './bulk-progress';

const SECONDS_PER_MINUTE = 60;

/** Chooses whose identities are checked, shows people, cost and time first, and starts. */
export function StartBulk({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [typed, setTyped] = useState<TypedFilter>({ realNameState: 'verified', checkedBefore: '' });
  const filter = filterOf(typed);
  const { data, error } = useQuery({
    queryKey: ['bulk-estimate', filter],
    queryFn: async () =>
      // The route answers with the schema `bulkEstimate`.
      (await provider.command('real-name-bulk-checks', undefined, 'estimates', { filter })) as Estimate,
    enabled: open,
  });
  return (
    <EffectSheet<BulkDetail>
      open={open}
      onClose={onClose}
      title={translate('bulkCheck.start')}
      lead={translate('bulkCheck.lead')}
      effects={useEffects(data)}
      notes={[translate('bulkCheck.note')]}
      reason="required"
      ready={data !== undefined && data.total > 0}
      confirm={translate('bulkCheck.start')}
      run={async ({ reason, key }) =>
        // The route answers with the schema `bulkCheck`.
        (await provider.command('real-name-bulk-checks', undefined, '', { filter, reason }, key)) as BulkDetail
      }
      done={({ id }) => (
        <>
          <Typography sx={{ fontWeight: 600 }}>{translate('bulkCheck.started')}</Typography>
          <BulkProgress id={id} />
        </>
      )}
    >
      <TextField
        select
        label={translate('bulkCheck.whose')}
        value={typed.realNameState}
        onChange={({ target }) => {
          setTyped({ ...typed, realNameState: target.value });
        }}
      >
        <MenuItem value="">{translate('bulkCheck.everybody')}</MenuItem>
        {realNameStates.map((state) => (
          <MenuItem key={state} value={state}>
            {translate(`state.realName.${state}`)}
          </MenuItem>
        ))}
      </TextField>
      <DateField
        label={translate('bulkCheck.checkedBefore')}
        value={typed.checkedBefore}
        max={dayOf(new Date())}
        onChange={(checkedBefore) => {
          setTyped({ ...typed, checkedBefore });
        }}
      />
      {error !== null && <Trouble error={error} />}
    </EffectSheet>
  );
}

/** The estimate in numbers; nothing before it is there. */
function useEffects(estimate: Estimate | undefined): Effect[] {
  const translate = useTranslate();
  if (estimate === undefined) return [];
  const { total, provider, estimateFen, seconds, days } = estimate;
  const time = (): string => {
    if (days === null) return translate('bulkCheck.never');
    if (days > 1) return translate('bulkCheck.days', { count: days });
    if (seconds === null) return translate('bulkCheck.atOnce');
    return translate('bulkCheck.minutes', { count: Math.max(1, Math.ceil(seconds / SECONDS_PER_MINUTE)) });
  };
  return [
    { label: translate('bulkCheck.people'), value: countText(total), strong: true },
    { label: translate('bulkCheck.costAtMost'), value: <Money fen={estimateFen} />, strong: true },
    { label: translate('bulkCheck.time'), value: time() },
    { label: translate('bulkCheck.first'), value: translate(`vendor.names.${provider}`, { _: provider }) },
  ];
}
