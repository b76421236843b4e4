import { Box, Button, FormControl, FormHelperText, FormLabel, MenuItem, TextField } from '@mui/material';
import type { FormColumn, Json } from '@linggong/studio/domain';
import type { WidgetProps } from '@rjsf/utils';
import type { ReactNode } from 'react';
import { DateField } from '../../../parts/date-field';
import { useText2 } from '../../../parts/text2';
import { CountField } from '../count-field';
import { withProperty } from '../edit-content';
import { MoneyField } from '../money-field';
import { useWords } from '../words';
import { optionOf, shownOf, valueOf } from './widget-props';

type Row = Readonly<Record<string, Json>>;

/** Rows of plain values, each a small card: it reads on a phone as well. */
export function TableWidget(props: WidgetProps): ReactNode {
  const word = useWords();
  const shown = shownOf(props);
  const value = valueOf(props);
  // What the domain wrote, and what this widget gave on.
  const columns = (optionOf(props, 'columns') ?? []) as readonly FormColumn[];
  const rows = (Array.isArray(value) ? value : []) as readonly Row[];
  const max = optionOf(props, 'maxRows');
  const give = (next: readonly Row[]): void => {
    props.onChange(next.length > 0 ? next : undefined);
  };
  return (
    <FormControl component="fieldset" required={shown.required} error={shown.error} disabled={shown.disabled} fullWidth>
      <FormLabel component="legend">{shown.label}</FormLabel>
      {rows.map((row, index) => (
        <Box
          key={index}
          role="group"
          aria-label={`${word('row')} ${(index + 1).toString()}`}
          sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', gap: 1, py: 1 }}
        >
          {columns.map((column) => (
            <Cell
              key={column.id}
              column={column}
              value={row[column.id]}
              disabled={shown.disabled}
              onChange={(cell) => {
                give(rows.with(index, withProperty(row, column.id, cell)));
              }}
            />
          ))}
          <Button
            size="small"
            disabled={shown.disabled}
            sx={{ alignSelf: 'end', justifySelf: 'start' }}
            onClick={() => {
              give(rows.toSpliced(index, 1));
            }}
          >
            {word('remove')}
          </Button>
        </Box>
      ))}
      {rows.length < (typeof max === 'number' ? max : 200) && (
        <Box>
          <Button
            size="small"
            variant="outlined"
            disabled={shown.disabled}
            onClick={() => {
              give([...rows, {}]);
            }}
          >
            {word('addRow')}
          </Button>
        </Box>
      )}
      <FormHelperText>{shown.helperText}</FormHelperText>
    </FormControl>
  );
}

interface CellProps {
  column: FormColumn;
  value: Json | undefined;
  disabled: boolean;
  onChange: (value: Json | undefined) => void;
}

function Cell({ column, value, disabled, onChange }: CellProps): ReactNode {
  const text = useText2();
  const word = useWords();
  const common = { label: text(column.label), required: column.required };
  const number = typeof value === 'number' ? value : undefined;
  const typed = typeof value === 'string' ? value : '';
  const asText = { typed: typeof value === 'string' ? value : undefined, onUnreadable: onChange };
  switch (column.type) {
    case 'number':
      return <CountField {...common} value={number} {...asText} onChange={onChange} readOnly={disabled} decimal />;
    case 'money':
      return <MoneyField {...common} fen={number} {...asText} onChange={onChange} disabled={disabled} />;
    case 'date':
      return (
        <DateField
          {...common}
          value={typed}
          onChange={(day) => {
            if (!disabled) onChange(day === '' ? undefined : day);
          }}
          onUnread={(text) => {
            if (!disabled) onChange(text);
          }}
        />
      );
    case 'choice':
    case 'text':
      return (
        <TextField
          {...common}
          select={column.type === 'choice'}
          disabled={disabled}
          value={typed}
          onChange={({ target }) => {
            onChange(target.value === '' ? undefined : target.value);
          }}
        >
          {column.type === 'choice' && [
            <MenuItem key="" value="">
              {word('noChoice')}
            </MenuItem>,
            ...column.choices.map((choice) => (
              <MenuItem key={choice.value} value={choice.value}>
                {text(choice.label)}
              </MenuItem>
            )),
          ]}
        </TextField>
      );
  }
}
