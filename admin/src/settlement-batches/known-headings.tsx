import { payoutColumns, type Headings, type PayoutColumnKey } from '@linggong/settlement/api';
import { Box, Button, Collapse, MenuItem, TextField, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { call } from '../provider';

const ignored = '-';
const pathOf = (enterpriseId: number): string => `/api/v1/enterprises/${enterpriseId.toString()}/sheet-headings`;

async function ask(enterpriseId: number, change?: Headings): Promise<Headings> {
  const { json } = await call(pathOf(enterpriseId), change === undefined ? {} : { method: 'POST', body: change });
  // Both routes answer with the schema `headings`.
  return json as Headings;
}

/** The headings that this enterprise mapped once: shown, and changed in place for the sheets to come. */
export function KnownHeadings({ enterpriseId }: { enterpriseId: number }): ReactNode {
  const translate = useTranslate();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const queryKey = ['sheet-headings', enterpriseId];
  const { data } = useQuery({ queryKey, queryFn: () => ask(enterpriseId) });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  const change = (title: string, value: string): void => {
    setError(undefined);
    // What may be chosen are the columns of the sheet, and to ignore the heading.
    const column = value === ignored ? null : (value as PayoutColumnKey);
    ask(enterpriseId, { items: [{ title, column }] }).then((headings) => {
      client.setQueryData(queryKey, headings);
    }, setError);
  };
  return (
    <Card
      title={translate('batch.headings.title')}
      action={
        <Button
          size="small"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {translate(open ? 'batch.headings.close' : 'batch.headings.open')}
        </Button>
      }
    >
      <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
        {translate('batch.headings.lead', { count: countText(items.length), smart_count: items.length })}
      </Typography>
      <Collapse in={open} unmountOnExit>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(200px, 1fr))' },
            gap: 1.5,
            mt: 2,
          }}
        >
          {items.map(({ title, column }) => (
            <TextField
              key={title}
              select
              size="small"
              label={title}
              value={column ?? ignored}
              onChange={(event) => {
                change(title, event.target.value);
              }}
            >
              {payoutColumns.map(({ key }) => (
                <MenuItem key={key} value={key}>
                  {translate(`batch.cell.${key}`)}
                </MenuItem>
              ))}
              <MenuItem value={ignored}>{translate('mapping.ignore')}</MenuItem>
            </TextField>
          ))}
        </Box>
      </Collapse>
      {error !== undefined && <Trouble error={error} />}
    </Card>
  );
}
