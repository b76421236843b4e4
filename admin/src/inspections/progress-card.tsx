import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import type { InspectionRecord } from './inspection';

/** How far an inspection is, as a whole and in each stratum; the figure stands beside each bar. */
export function Progress({ record }: { record: InspectionRecord }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <Card title={translate('inspections.progress')}>
      <Box sx={{ fontSize: 13, color: 'tokens.ink2', display: 'flex', columnGap: 2, flexWrap: 'wrap', mb: 1 }}>
        <span>{checkedText(translate, record)}</span>
        <span>{translate('inspections.found', { count: countText(record.found) })}</span>
        <span>{translate('inspections.calls', { count: countText(record.calls) })}</span>
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1, fontSize: 13 }}>
        {record.strata.map((one) => (
          <Box
            component="li"
            key={one.stratum}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: '110px minmax(0, 1fr) 240px' },
              columnGap: 1.5,
              rowGap: '2px',
              alignItems: 'center',
            }}
          >
            <span>{text(one.name)}</span>
            <Box sx={{ order: { xs: 3, sm: 2 }, gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
              <Bar done={one.checked} whole={one.sample} />
            </Box>
            <Box component="span" sx={{ order: { xs: 2, sm: 3 }, textAlign: 'right', color: 'tokens.ink2' }}>
              {checkedText(translate, one)}
              {one.found > 0 && ` · ${translate('inspections.found', { count: countText(one.found) })}`}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}

type Translate = ReturnType<typeof useTranslate>;

function checkedText(translate: Translate, { checked, sample }: { checked: number; sample: number }): string {
  return translate('inspections.checkedOf', { checked: countText(checked), sample: countText(sample) });
}

function Bar({ done, whole }: { done: number; whole: number }): ReactNode {
  const share = whole === 0 ? 0 : (done / whole) * 100;
  return (
    <Box aria-hidden sx={{ height: 8, borderRadius: '2px', bgcolor: 'tokens.accentBg' }}>
      <Box sx={{ height: '100%', borderRadius: '2px', bgcolor: 'tokens.accent', width: `${share.toFixed(1)}%` }} />
    </Box>
  );
}
