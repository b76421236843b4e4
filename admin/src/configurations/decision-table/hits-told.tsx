import type { DecisionTable } from '@linggong/studio/domain';
import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../../parts/money-text';
import type { ReplayReport } from '../configuration';

interface HitsToldProps {
  table: DecisionTable;
  replay: Pick<ReplayReport, 'from' | 'to' | 'compared' | 'rowsHit'>;
}

/** Where the hit counts of the grid come from, and how many rows never hit in that time. */
export function HitsTold({ table, replay }: HitsToldProps): ReactNode {
  const translate = useTranslate();
  const { from, to, compared, rowsHit } = replay;
  const never = table.rows.filter(({ id, off }) => off !== true && (rowsHit[id] ?? 0) === 0).length;
  return (
    <Typography variant="caption" component="p" sx={{ color: 'tokens.ink2' }}>
      {translate('decisionTable.hitsOf', { from, to, count: countText(compared) })}
      {never > 0 && translate('decisionTable.neverHitRows', { smart_count: never, count: countText(never) })}
    </Typography>
  );
}
