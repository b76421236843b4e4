import type { PayoutColumnKey } from '@linggong/settlement/api';
import { payoutColumns } from '@linggong/settlement/api';
import { Box, MenuItem, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { countText } from '../parts/money-text';
import { Chip } from '../parts/state-chip';
import { mappingKey, type Mapping, type SheetFacts } from './sheet-file';

interface ColumnsCardProps {
  facts: SheetFacts;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}

/** What is in the file: rows, encoding, columns recognised; a heading of one's own is explained once and remembered. */
export function ColumnsCard({ facts, mapping, onMapping }: ColumnsCardProps): ReactNode {
  const translate = useTranslate();
  return (
    <Card title={translate('batch.sheetFacts.title')}>
      <Facts
        facts={[
          { label: translate('batch.sheetFacts.format'), value: [facts.format === 'other' ? translate('batch.upload.notSheet') : facts.format.toUpperCase(), facts.encoding].filter(Boolean).join(' · ') },
          { label: translate('batch.sheetFacts.size'), value: translate('batch.upload.kilobytes', { count: countText(Math.ceil(facts.bytes / 1024)) }) },
          ...(facts.rows === undefined ? [] : [{ label: translate('batch.sheetFacts.rows'), value: countText(facts.rows) }]),
        ]}
      />
      {facts.columns === undefined ? (
        <Typography variant="body2" sx={{ color: 'tokens.ink2', mt: 0.5 }}>{translate('batch.upload.serverReads')}</Typography>
      ) : (
        <Columns facts={facts} mapping={mapping} onMapping={onMapping} />
      )}
    </Card>
  );
}

function Columns({ facts, mapping, onMapping }: ColumnsCardProps): ReactNode {
  const translate = useTranslate();
  const unknown = (facts.columns ?? []).filter(({ known }) => !known);
  const missing = facts.missing ?? [];
  return (
    <Box sx={{ mt: 1, display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap' }}>
        {(facts.columns ?? []).map(({ title, key }, index) => (
          <Chip key={`${title}-${index.toString()}`} tone={key === undefined ? 'wait' : 'good'}>
            {title === '' ? translate('batch.upload.untitled') : title}
          </Chip>
        ))}
        {missing.map((key) => <Chip key={key} tone="bad">{translate('batch.upload.missing', { column: translate(`batch.cell.${key}`) })}</Chip>)}
      </Box>
      {unknown.length > 0 && <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>{translate('batch.upload.unknown')}</Typography>}
      {unknown.length > 0 && (
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(200px, 1fr))' }, gap: 1.5 }}>
          {unknown.map(({ title }) => (
            <TextField
              key={title}
              select
              label={title === '' ? translate('batch.upload.untitled') : title}
              value={mapping[mappingKey(title)] ?? ''}
              onChange={(event) => { onMapping(withMapping(mapping, title, event.target.value)); }}
            >
              <MenuItem value="">{translate('batch.upload.ignore')}</MenuItem>
              {payoutColumns.map(({ key }) => <MenuItem key={key} value={key}>{translate(`batch.cell.${key}`)}</MenuItem>)}
            </TextField>
          ))}
        </Box>
      )}
    </Box>
  );
}

function withMapping(mapping: Mapping, title: string, value: string): Mapping {
  const name = mappingKey(title);
  const rest: Record<string, PayoutColumnKey> = Object.fromEntries(Object.entries(mapping).filter(([known]) => known !== name));
  const column = payoutColumns.find(({ key }) => key === value);
  return column === undefined ? rest : { ...rest, [name]: column.key };
}
