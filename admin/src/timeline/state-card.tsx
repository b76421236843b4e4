import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useStateWords } from '../audit-entries/state-words';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { valueText as pastText } from '../audit-bypass/bypass';
import { usePastChangeText } from './past-change';
import { valueText, type Replay } from './story';

interface StateCardProps {
  kind: string;
  replay: { data: Replay | undefined; error: unknown };
  /** Back to the present; undefined while it is the present that is shown. */
  onNow: (() => void) | undefined;
}

/** The object as the log tells it at an instant (状态回放), and where the log contradicts itself. */
export function StateCard({ kind, replay, onNow }: StateCardProps): ReactNode {
  const translate = useTranslate();
  const words = useStateWords(kind);
  const past = usePastChangeText();
  const { data, error } = replay;
  if (data === undefined) return error === null ? null : <Trouble error={error} />;
  return (
    <Card
      title={translate('story.state')}
      action={
        onNow && (
          <Button size="small" onClick={onNow}>
            {translate('story.now')}
          </Button>
        )
      }
    >
      <Box sx={{ fontSize: 12, color: 'tokens.ink3', mb: 1 }}>
        <Instant at={data.at} seconds /> · {translate('story.entries', { smart_count: data.entries })}
      </Box>
      {data.fields.length === 0 ? (
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('story.nothing')}</Box>
      ) : (
        <Facts
          columns={1}
          facts={data.fields.map(({ field, value, bypassNo }) => ({
            label: words.field(field),
            value: bypassNo === null ? words.value(field, valueText(value)) : `${pastText(value)} *`,
          }))}
        />
      )}
      {data.bypasses.map((change) => (
        <Box
          key={`${change.no.toString()}-${change.place.toString()}`}
          role="alert"
          sx={{ fontSize: 13, color: 'tokens.bad', mt: 1 }}
        >
          * <Instant at={change.at} seconds /> {past(change)}
        </Box>
      ))}
      {data.isBypassCut && <Box sx={{ fontSize: 13, color: 'tokens.wait', mt: 1 }}>{translate('story.pastCut')}</Box>}
      {data.contradictions.map(({ entryId, field, expected, found }) => (
        <Box key={`${entryId}-${field}`} role="alert" sx={{ fontSize: 13, color: 'tokens.bad', mt: 1 }}>
          {translate('story.contradiction', {
            entry: entryId,
            field: words.field(field),
            expected: words.value(field, valueText(expected)),
            found: words.value(field, valueText(found)),
          })}
        </Box>
      ))}
    </Card>
  );
}
