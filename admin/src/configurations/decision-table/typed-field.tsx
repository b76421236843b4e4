import { TextField, type TextFieldProps } from '@mui/material';
import type { ColumnType } from '@linggong/studio/domain';
import type { ReactNode } from 'react';
import { DateField } from '../../parts/date-field';

interface TypedFieldProps {
  label: string;
  type: ColumnType;
  value: string;
  onChange: (text: string) => void;
  autoFocus?: boolean;
}

/** One number, amount in yuan, day or text. */
export function TypedField({ label, type, value, onChange, autoFocus = false }: TypedFieldProps): ReactNode {
  if (type === 'day') return <DateField label={label} value={value} onChange={onChange} />;
  const isNumber = type === 'number' || type === 'money';
  const props: TextFieldProps = isNumber ? { slotProps: { htmlInput: { inputMode: 'decimal', maxLength: 20 } } } : {};
  return (
    <TextField
      {...props}
      fullWidth
      autoFocus={autoFocus}
      label={label}
      value={value}
      autoComplete="off"
      // What stands there is replaced by what is typed, as in a cell of a spreadsheet.
      onFocus={(event) => {
        event.target.select();
      }}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
