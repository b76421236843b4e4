import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useSigns } from '../parts/signs';
import { isRecord } from '../provider';

const ignored = '-';

/** What a refused upload (problem `sheet-columns`) asks: headings that are not known, and columns that it must have and has not. */
export interface AskedHeadings {
  titles: readonly string[];
  /** By their first titles. */
  missing: readonly string[];
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];

/** Undefined for any other refusal, and where no heading is there to be explained. */
export function askedHeadings(error: unknown): AskedHeadings | undefined {
  const body = isRecord(error) && isRecord(error['body']) ? error['body'] : {};
  const titles = body['code'] === 'sheet-columns' ? textsOf(body['unknown']) : [];
  return titles.length > 0 ? { titles, missing: textsOf(body['missing']) } : undefined;
}

interface HeaderMapperProps {
  asked: AskedHeadings;
  columns: readonly { key: string; titles: readonly string[] }[];
  label: (key: string) => string;
  /** The sheet is on its way. */
  busy?: boolean;
  onSend: (mapping: Record<string, string | null>) => void;
}

/** Explains one's own headings: each is a column of ours, or is ignored. Sent with the sheet and remembered by the server. */
export function HeaderMapper({ asked, columns, label, busy = false, onSend }: HeaderMapperProps): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const { titles } = asked;
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const lacking = columns.filter(
    ({ key, titles: [first = ''] }) => asked.missing.includes(first) && !Object.values(chosen).includes(key),
  );
  const explained = titles.every((title) => chosen[title] !== undefined);
  // A column of ours is filled from one of theirs.
  const takenElsewhere = (key: string, title: string): boolean =>
    titles.some((other) => other !== title && chosen[other] === key);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="body2">{translate('mapping.lead')}</Typography>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(200px, 1fr))' },
          gap: 1.5,
        }}
      >
        {titles.map((title) => (
          <TextField
            key={title}
            select
            label={title}
            value={chosen[title] ?? ''}
            onChange={(event) => {
              setChosen({ ...chosen, [title]: event.target.value });
            }}
          >
            {columns.map(({ key }) => (
              <MenuItem key={key} value={key} disabled={takenElsewhere(key, title)}>
                {label(key)}
              </MenuItem>
            ))}
            <MenuItem value={ignored}>{translate('mapping.ignore')}</MenuItem>
          </TextField>
        ))}
      </Box>
      {lacking.length > 0 && (
        <Typography variant="body2" role="status" sx={{ color: 'tokens.wait' }}>
          {translate(explained ? 'mapping.lacking' : 'mapping.toMap', {
            columns: lacking.map(({ key }) => label(key)).join(signs.listed),
          })}
        </Typography>
      )}
      <Box>
        <Button
          variant="contained"
          color="primary"
          disabled={!explained || lacking.length > 0 || busy}
          onClick={() => {
            onSend(
              Object.fromEntries(
                titles.map((title) => [title, chosen[title] === ignored ? null : (chosen[title] ?? null)]),
              ),
            );
          }}
        >
          {translate('mapping.send')}
        </Button>
      </Box>
    </Box>
  );
}
