import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { countText } from '../parts/money-text';
import { Chip } from '../parts/state-chip';
import type { SheetFacts } from '../sheets/csv-facts';

/** What is in the chosen file: rows, encoding, columns recognised and not. */
export function ColumnsCard({ facts }: { facts: SheetFacts }): ReactNode {
  const translate = useTranslate();
  return (
    <Card title={translate('batch.sheetFacts.title')}>
      <Facts
        facts={[
          {
            label: translate('batch.sheetFacts.format'),
            value: [facts.format.toUpperCase(), facts.encoding].filter((part) => part !== undefined).join(' · '),
          },
          {
            label: translate('batch.sheetFacts.size'),
            value: translate('batch.upload.kilobytes', { count: countText(Math.ceil(facts.bytes / 1024)) }),
          },
          ...(facts.rows === undefined
            ? []
            : [{ label: translate('batch.sheetFacts.rows'), value: countText(facts.rows) }]),
        ]}
      />
      {facts.columns === undefined ? (
        <Typography variant="body2" sx={{ color: 'tokens.ink2', mt: 0.5 }}>
          {translate('batch.upload.serverReads')}
        </Typography>
      ) : (
        <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', mt: 1 }}>
          {facts.columns.map(({ title, key }, index) => (
            <Chip key={`${title}-${index.toString()}`} tone={key === undefined ? 'wait' : 'good'}>
              {title === '' ? translate('batch.upload.untitled') : title}
            </Chip>
          ))}
        </Box>
      )}
    </Card>
  );
}
