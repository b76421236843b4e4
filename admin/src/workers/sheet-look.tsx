import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Facts } from '../parts/facts';
import { countText } from '../parts/money-text';
import { Chip } from '../parts/state-chip';
import type { ImportFacts } from './import-facts';
import { useSigns } from '../parts/signs';

/** What is in the chosen sheet, and the button that sends it: nobody is registered before it is pressed. */
export function SheetLook({ facts, onSend }: { facts: ImportFacts; onSend: () => void }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const format = facts.format.toUpperCase();
  const label = (key: string): string => translate(`resources.workers.fields.${key}`);
  return (
    <Box role="status" sx={{ display: 'grid', gap: 1 }}>
      <Facts
        columns={1}
        facts={[
          {
            label: translate('batch.sheetFacts.format'),
            value: [format, facts.encoding].filter((part) => part !== undefined).join(' · '),
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
        facts.format === 'xlsx' && <Typography variant="body2">{translate('batch.upload.serverReads')}</Typography>
      ) : (
        <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap' }}>
          {facts.columns.map(({ title, key }, index) => (
            <Chip key={`${title}-${index.toString()}`} tone={key === undefined ? 'wait' : 'good'}>
              {title === '' ? translate('batch.upload.untitled') : title}
            </Chip>
          ))}
        </Box>
      )}
      {facts.missing.length > 0 && (
        <Typography variant="body2" sx={{ color: 'tokens.bad' }}>
          {translate('worker.import.missing', { columns: facts.missing.map(label).join(signs.listed) })}
        </Typography>
      )}
      <Box>
        <Button variant="contained" color="primary" onClick={onSend}>
          {facts.rows === undefined
            ? translate('worker.import.send')
            : translate('worker.import.sendRows', { count: countText(facts.rows) })}
        </Button>
      </Box>
    </Box>
  );
}
