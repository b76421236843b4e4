import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { lastMonths } from './last-months';
import { TakePaper } from './take-paper';

/** The statement of account of an enterprise (对账单) for one of its last months. */
export function MonthStatement({ enterpriseId }: { enterpriseId: number }): ReactNode {
  const translate = useTranslate();
  const months = lastMonths(new Date());
  const [month, setMonth] = useState(months[1] ?? months[0] ?? '');
  return (
    <Card title={translate('batch.monthStatement.title')}>
      <Typography variant="body2" sx={{ color: 'tokens.ink2', mb: 1.5 }}>
        {translate('batch.monthStatement.lead')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <TextField
          select
          size="small"
          label={translate('batch.monthStatement.month')}
          value={month}
          onChange={(event) => {
            setMonth(event.target.value);
          }}
          sx={{ minWidth: 140 }}
        >
          {months.map((one) => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </TextField>
        <TakePaper
          path={`/api/v1/enterprises/${enterpriseId.toString()}/month-statement?month=${month}`}
          label={translate('batch.monthStatement.take')}
        />
      </Box>
    </Card>
  );
}
