import type { BatchDetail } from '@linggong/settlement/api';
import { Box, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { LineTable } from './line-table';
import { LineTabs, type LineTab } from './line-tabs';

const groups = ['blocked', 'held', 'excluded'] as const;

/** Lines that the confirmation left out, and why: their people wait for money too. They are looked up when somebody asks. */
export function LeftOut({ batch, refresh }: { batch: BatchDetail; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const [tab, setTab] = useState<LineTab['key'] | undefined>(undefined);
  const tabs = groups.map((key): LineTab => ({ key, count: batch.counts[key] })).filter(({ count }) => count > 0);
  if (tabs.length === 0) return null;
  const count = tabs.reduce((sum, group) => sum + group.count, 0);
  const state = groups.find((group) => group === tab);
  return (
    <Box sx={{ mt: 1.5 }} {...(state === undefined ? { 'data-screen': '' } : {})}>
      <Card title={translate('batch.leftOut.title', { count: countText(count) })}>
        <Typography variant="body2" sx={{ color: 'tokens.ink2', mb: 1 }}>
          {translate('batch.leftOut.lead')}
        </Typography>
        <LineTabs tabs={tabs} tab={tab} onTab={setTab} />
        {state !== undefined && (
          <LineTable
            key={state}
            batch={batch}
            wish={{ state, blocker: undefined }}
            empty={translate(`batch.noLines.${state}`)}
            editFirst={false}
            onEdited={refresh}
          />
        )}
      </Card>
    </Box>
  );
}
