import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { LifeActions } from '../parts/life-actions';
import { RowName } from '../parts/row-name';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { useLimitText } from '../risk-measures/limit-text';
import { useListingText } from '../risk-measures/listing-text';
import { useMay } from '../session/use-me';
import { measureTargets, type CaseRecord, type MeasureRecord } from './risk-case';
import { TakeMeasure } from './take-measure';
import { useSigns } from '../parts/signs';

interface MeasuresProps {
  record: CaseRecord;
  refresh: () => void;
}

/** What was done against the risk, and what more can be done: each by two people, each to be lifted by two. */
export function Measures({ record, refresh }: MeasuresProps): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const takes = may('risk-measures', 'take') && record.state !== 'closed' && measureTargets(record).length > 0;
  return (
    <Card
      title={translate('riskMeasures.title')}
      action={
        takes && (
          <Button
            size="small"
            onClick={() => {
              setOpen(true);
            }}
          >
            {translate('riskMeasures.take')}
          </Button>
        )
      }
    >
      {record.measures.length === 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('riskMeasures.none')}</Box>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
        {record.measures.map((measure) => (
          <MeasureLine key={measure.id} measure={measure} refresh={refresh} />
        ))}
      </Box>
      {takes && (
        <TakeMeasure
          record={record}
          open={open}
          onClose={() => {
            setOpen(false);
          }}
          refresh={refresh}
        />
      )}
    </Card>
  );
}

function MeasureLine({ measure, refresh }: { measure: MeasureRecord; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const actor = useActorText();
  const limits = useLimitText();
  const listed = useListingText();
  const lifts = useMay()('risk-measures', 'lift') && measure.state === 'in-force';
  const { kind, subjectKind, subjectId, takenBy, takenAt, liftedBy, liftedAt, liftReason } = measure;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', flexWrap: 'wrap', fontSize: 13 }}>
      <StateChip kind="riskMeasure" state={measure.state} />
      <Box sx={{ flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ fontWeight: 600 }}>
          {translate(`riskMeasures.kind.${kind}`)}
          {kind === 'lower-limit' && ` · ${limits(measure)}`}
          {measure.list !== null && ` · ${listed(measure)}`}
        </Box>
        <Box sx={{ display: 'flex', columnGap: 1, flexWrap: 'wrap' }}>
          <span>{measure.number}</span>
          <span>
            <RowName
              kind={subjectKind}
              id={subjectId}
              otherwise={translate(`riskCases.subject.${subjectKind}`)}
              linked
            />
          </span>
        </Box>
        <Box sx={{ color: 'tokens.ink2' }}>
          {actor(takenBy)} <Instant at={takenAt} /> · {measure.reason}
        </Box>
        {liftedAt !== null && (
          <Box sx={{ color: 'tokens.ink2' }}>
            {translate('state.riskMeasure.lifted')}
            {signs.colon}
            {actor(liftedBy ?? '')} <Instant at={liftedAt} /> · {liftReason}
          </Box>
        )}
      </Box>
      <LifeActions
        small
        kind="riskMeasure"
        resource="risk-measures"
        id={measure.id}
        actions={lifts ? [{ name: 'lift', reason: 'required' }] : []}
        onDone={refresh}
      />
    </Box>
  );
}
