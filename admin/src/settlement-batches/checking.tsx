import type { BatchDetail } from '@linggong/settlement/api';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card, Cards } from '../parts/card';
import { Facts } from '../parts/facts';
import { countText } from '../parts/money-text';
import { Bar } from '../parts/progress';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { useSigns } from '../parts/signs';

/** Live progress by stage; may be left, it goes on without the page. */
export function Checking({ batch }: { batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  return (
    <Cards>
      <Card title={translate('batch.checking.title')}>
        <StageList
          batch={batch}
          stages={batch.progress.stages.filter(({ stage }) => stage !== 'pay' && stage !== 'book')}
        />
        <Typography variant="body2" sx={{ color: 'tokens.ink2', mt: 1.5 }}>
          {translate('batch.checking.leave')}
        </Typography>
      </Card>
      <SheetFacts batch={batch} />
    </Cards>
  );
}

/** One bar a stage, with how many of how many. */
export function StageList({
  batch,
  stages,
}: {
  batch: BatchDetail;
  stages: BatchDetail['progress']['stages'];
}): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <Box
      component="ol"
      aria-live="polite"
      aria-label={translate('batch.checking.title')}
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.25 }}
    >
      {stages.map((stage) => {
        const total = stage.total === 0 ? batch.lineCount : stage.total;
        const done = stage.state === 'done' ? total : stage.done;
        return (
          <Box
            component="li"
            key={stage.stage}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr auto', sm: '160px minmax(0, 1fr) 150px 84px' },
              gap: { xs: 0.5, sm: 2 },
              alignItems: 'center',
            }}
          >
            <Box sx={{ fontWeight: stage.state === 'running' ? 600 : 400 }}>{text(stage.title)}</Box>
            <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, order: { xs: 3, sm: 0 } }}>
              <Bar done={done} total={Math.max(total, 1)} width="100%" label={text(stage.title)} />
            </Box>
            <Box sx={{ fontSize: 13, color: 'tokens.ink2', textAlign: 'right', display: { xs: 'none', sm: 'block' } }}>
              {stage.state === 'waiting' ? '' : `${countText(done)} / ${countText(total)}`}
            </Box>
            <Box sx={{ textAlign: 'right' }}>
              <StateChip kind="job" state={stage.state} />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

/** What was read from the file: format, encoding, sheet, columns recognised. */
export function SheetFacts({ batch }: { batch: BatchDetail }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const { sheet } = batch;
  return (
    <Card title={translate('batch.sheetFacts.title')}>
      <Facts
        facts={[
          { label: translate('batch.sheetFacts.file'), value: batch.fileName },
          { label: translate('batch.sheetFacts.rows'), value: countText(batch.lineCount) },
          {
            label: translate('batch.sheetFacts.format'),
            value: [sheet.format.toUpperCase(), sheet.encoding?.toUpperCase(), sheet.sheetName]
              .filter((part) => part != null && part !== '')
              .join(' · '),
          },
          {
            label: translate('batch.sheetFacts.columns'),
            value: sheet.columns.map(({ title }) => title).join(signs.listed),
          },
        ]}
      />
    </Card>
  );
}
