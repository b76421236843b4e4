import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { isRecord } from '../provider';

const ignored = '-';

/** The headings that a refused upload (problem `sheet-columns`) did not know; undefined for any other refusal. */
export function unknownHeadings(error: unknown): string[] | undefined {
  const body = isRecord(error) && isRecord(error['body']) ? error['body'] : {};
  if (body['code'] !== 'sheet-columns' || !Array.isArray(body['unknown'])) return undefined;
  const titles = body['unknown'].filter((title): title is string => typeof title === 'string');
  return titles.length > 0 ? titles : undefined;
}

interface HeaderMapperProps {
  titles: readonly string[];
  columns: readonly { key: string; label: string }[];
  /** The sheet is on its way. */
  busy?: boolean;
  onSend: (mapping: Record<string, string | null>) => void;
}

/** Explains one's own headings: each is a column of ours, or is ignored. Sent with the sheet and remembered by the server. */
export function HeaderMapper({ titles, columns, busy = false, onSend }: HeaderMapperProps): ReactNode {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const ready = titles.every((title) => chosen[title] !== undefined);
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
            {columns.map(({ key, label }) => (
              <MenuItem key={key} value={key} disabled={takenElsewhere(key, title)}>
                {label}
              </MenuItem>
            ))}
            <MenuItem value={ignored}>{translate('mapping.ignore')}</MenuItem>
          </TextField>
        ))}
      </Box>
      <Box>
        <Button
          variant="contained"
          color="primary"
          disabled={!ready || busy}
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
