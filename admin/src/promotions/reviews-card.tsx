import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Chip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import type { MaterialRecord } from './material';

/** The reviews so far, newest first. */
export function ReviewsCard({ reviews }: Pick<MaterialRecord, 'reviews'>): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  if (reviews.length === 0) return null;
  return (
    <Card title={translate('materials.reviews')}>
      <Box sx={{ display: 'grid', gap: 1, fontSize: 13 }}>
        {reviews.map(({ id, verdict, reviewedBy, reviewedAt, note }) => (
          <Box key={id}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <Chip tone={verdict === 'passed' ? 'good' : 'bad'}>{translate(`materials.verdict.${verdict}`)}</Chip>
              <span>{actor(reviewedBy)}</span>
              <Instant at={reviewedAt} />
            </Box>
            {note !== null && <Box sx={{ color: 'tokens.ink2', mt: 0.5 }}>{note}</Box>}
          </Box>
        ))}
      </Box>
    </Card>
  );
}
