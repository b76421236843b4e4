import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Button, MenuItem, TextField } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Cards } from '../parts/card';
import { PageHeader } from '../parts/page-header';
import { Chip } from '../parts/state-chip';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { call } from '../provider';
import { counted, type Controls, type ControlState } from './control';
import { ControlCard } from './control-card';
import { EvidenceSheet, type EvidenceAct } from './evidence-sheet';
import { PrintStyles } from './print-styles';

const key = ['mlps-controls'];

/** The controls of MLPS level 3 (等保控制点): how each is met, and what live checks see now. An assessor prints it. */
export default function MlpsPage(): ReactNode {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: key,
    // The route answers with the schema `controlsAnswer`.
    queryFn: async ({ signal }) => (await call('/api/v1/mlps/controls', { signal })).json as Controls,
  });
  const [act, setAct] = useState<EvidenceAct | undefined>(undefined);
  if (data === undefined)
    return error === null ? <PageSkeleton /> : <Trouble error={error} retry={() => void refetch()} />;
  return (
    <>
      <PrintStyles />
      <ControlList controls={data} onAct={setAct} />
      <EvidenceSheet
        act={act}
        onClose={() => {
          setAct(undefined);
          void queries.invalidateQueries({ queryKey: key });
        }}
      />
    </>
  );
}

function ControlList({ controls, onAct }: { controls: Controls; onAct: (act: EvidenceAct) => void }): ReactNode {
  const translate = useTranslate();
  const [state, setState] = useState<ControlState | ''>('');
  const items = controls.items.filter((item) => state === '' || item.state === state);
  return (
    <>
      <PageHeader
        crumbs={[{ label: translate('navigation.audit') }]}
        title={translate('mlps.title')}
        chips={counted
          .filter((one) => controls.counts[one.key] > 0)
          .map((one) => (
            <Chip key={one.key} tone={one.tone}>
              {translate(`state.control.${one.state}`)} {controls.counts[one.key]}
            </Chip>
          ))}
        facts={[
          translate('mlps.standard'),
          <>
            {translate('mlps.seenAt')} <Instant key="at" at={controls.at} seconds />
          </>,
        ]}
        actions={
          <>
            <StateChoice state={state} choose={setState} />
            <Button
              variant="outlined"
              startIcon={<PrintOutlined />}
              onClick={() => {
                window.print();
              }}
            >
              {translate('mlps.print')}
            </Button>
          </>
        }
      />
      <Cards>
        {items.map((item) => (
          <ControlCard key={item.number} control={item} onAct={onAct} />
        ))}
      </Cards>
    </>
  );
}

function StateChoice({
  state,
  choose,
}: {
  state: ControlState | '';
  choose: (state: ControlState | '') => void;
}): ReactNode {
  const translate = useTranslate();
  return (
    <TextField
      select
      size="small"
      label={translate('mlps.state')}
      value={state}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ minWidth: 140 }}
      onChange={({ target: { value } }) => {
        choose(counted.find((one) => one.state === value)?.state ?? '');
      }}
    >
      <MenuItem value="">{translate('mlps.everyState')}</MenuItem>
      {counted.map((one) => (
        <MenuItem key={one.key} value={one.state}>
          {translate(`state.control.${one.state}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
