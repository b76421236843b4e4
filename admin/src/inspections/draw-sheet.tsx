import { addDays, previousMonth } from '@linggong/core/domain';
import { Button, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useRefresh, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { today } from '../dashboards/days';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import { countText } from '../parts/money-text';
import { call, type ConsoleDataProvider } from '../provider';
import { Population } from './population';
import type { InspectionRecord, PreviewRecord } from './inspection';

interface Typed {
  title: string;
  from: string;
  to: string;
}

/** The month before: what is usually inspected. */
function lastMonth(): Typed {
  const month = today().slice(0, 7);
  return { title: '', from: `${previousMonth(month)}-01`, to: addDays(`${month}-01`, -1) };
}

async function preview({ from, to }: Typed, signal: AbortSignal): Promise<PreviewRecord> {
  const { json } = await call(`/api/v1/inspections/preview?from=${from}&to=${to}`, { signal });
  // The route answers with the schema `inspectionPreview`.
  return json as PreviewRecord;
}

/** Draws a sample: first what the plan in force would take of the period, of each stratum; then it is drawn for good. */
export function DrawSheet({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const refresh = useRefresh();
  const [typed, setTyped] = useState(lastMonth);
  const { from, to } = typed;
  const title = typed.title.trim();
  const known = from !== '' && to !== '' && from <= to && to < today();
  const { data, error, isFetching } = useQuery({
    queryKey: ['inspection-preview', from, to],
    queryFn: ({ signal }) => preview(typed, signal),
    enabled: open && known,
    retry: false,
  });
  return (
    <EffectSheet<InspectionRecord>
      open={open}
      onClose={() => {
        setTyped(lastMonth());
        onClose();
      }}
      title={translate('inspections.draw.title')}
      lead={translate('inspections.draw.lead')}
      ready={title.length >= 2 && known && (data?.sample ?? 0) > 0 && !isFetching}
      confirm={translate('inspections.draw.title')}
      run={async ({ key }) => {
        const answer = await provider.command('inspections', undefined, '', { title, from, to }, key);
        refresh();
        // The route answers with the schema `inspectionAnswer`.
        return answer as InspectionRecord;
      }}
      done={({ id, sample }) => (
        <>
          <Typography>{translate('inspections.draw.done', { count: countText(sample) })}</Typography>
          <Button component={Link} to={`/inspections/${id.toString()}/show`} sx={{ justifySelf: 'start' }}>
            {translate('inspections.draw.open')}
          </Button>
        </>
      )}
    >
      <PeriodFields typed={typed} change={setTyped} />
      <Population preview={known ? data : undefined} error={known ? error : null} busy={known && isFetching} />
    </EffectSheet>
  );
}

function PeriodFields({ typed, change }: { typed: Typed; change: (typed: Typed) => void }): ReactNode {
  const translate = useTranslate();
  const yesterday = addDays(today(), -1);
  const day = (name: 'from' | 'to', help?: string): ReactNode => (
    <DateField
      required
      label={translate(`inspections.draw.${name}`)}
      value={typed[name]}
      max={yesterday}
      helperText={help}
      onChange={(value) => {
        change({ ...typed, [name]: value });
      }}
    />
  );
  return (
    <>
      <TextField
        required
        label={translate('inspections.draw.name')}
        value={typed.title}
        onChange={(event) => {
          change({ ...typed, title: event.target.value });
        }}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      {day('from')}
      {day('to', translate('inspections.draw.toHelp'))}
    </>
  );
}
