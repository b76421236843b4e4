import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { LazyRecordCard } from '../form-records/lazy-record-card';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Chip, StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import type { ItemRecord } from './inspection';
import { useSigns } from '../parts/signs';

/** The calls that were made before, newest first, each with what it found and its recording. */
export function CallHistory({ record: { interviews } }: { record: ItemRecord }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const actor = useActorText();
  return (
    <Card title={translate('inspections.call.past')}>
      {interviews.length === 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('inspections.call.none')}</Box>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5, fontSize: 13 }}>
        {interviews.map(({ id, outcome, findings, recording, note, calledBy, calledAt }) => (
          <Box component="li" key={id} sx={{ display: 'grid', gap: 0.5 }}>
            <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
              <StateChip kind="callOutcome" state={outcome} />
              {findings.map((finding) => (
                <Chip key={finding} tone="bad">
                  {translate(`inspections.call.finding.${finding}`)}
                </Chip>
              ))}
              <Box component="span" sx={{ color: 'tokens.ink3' }}>
                <Instant at={calledAt} /> {actor(calledBy)}
              </Box>
            </Box>
            {recording !== null && (
              <Box sx={{ color: 'tokens.ink2' }}>
                {translate('inspections.call.recording')}
                {signs.colon}
                {recording}
              </Box>
            )}
            {note !== null && <Box sx={{ overflowWrap: 'anywhere' }}>{note}</Box>}
            <LazyRecordCard form="risk.phone-interview" subjectKind="interview" subjectId={id} />
          </Box>
        ))}
      </Box>
    </Card>
  );
}
