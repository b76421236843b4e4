import { checkIdentifier, isDoubtful, shanghaiDay } from '@linggong/core/domain';
import { InputAdornment, TextField } from '@mui/material';
import type { WidgetProps } from '@rjsf/utils';
import { useState, type ReactNode } from 'react';
import { DateField } from '../../../parts/date-field';
import { halfWidth } from '../../../parts/half-width';
import { MoneyField } from '../money-field';
import { useWords } from '../words';
import { optionOf, shownOf, valueOf } from './widget-props';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function TextWidget(props: WidgetProps): ReactNode {
  const lines = optionOf(props, 'lines');
  const rows = typeof lines === 'number' ? lines : 1;
  return (
    <TextField
      {...shownOf(props)}
      fullWidth
      value={textOf(valueOf(props))}
      multiline={rows > 1}
      minRows={rows}
      autoComplete="off"
      onChange={({ target }) => {
        props.onChange(target.value === '' ? undefined : target.value);
      }}
    />
  );
}

export function NumberWidget(props: WidgetProps): ReactNode {
  const value = valueOf(props);
  const [text, setText] = useState(numberText(value));
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (text !== value && Number(text) !== value) setText(numberText(value));
  }
  const unit = optionOf(props, 'unit');
  const shown = shownOf(props);
  return (
    <TextField
      {...shown}
      error={shown.error || (text.trim() !== '' && !isNumber(halfWidth(text)))}
      fullWidth
      value={text}
      autoComplete="off"
      slotProps={{
        htmlInput: { inputMode: 'decimal', maxLength: 60 },
        input:
          typeof unit === 'string' && unit !== ''
            ? { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> }
            : {},
      }}
      onChange={({ target }) => {
        setText(target.value);
        const plain = halfWidth(target.value);
        if (isNumber(plain)) props.onChange(Number(plain));
        // What is no number is refused as it stands, and never left out or taken for what stood there before.
        else props.onChange(target.value.trim() === '' ? undefined : target.value);
      }}
    />
  );
}

function numberText(value: unknown): string {
  return typeof value === 'number' ? value.toString() : textOf(value);
}

function isNumber(text: string): boolean {
  return /^-?\d{1,10}(?:\.\d{1,6})?$/.test(text.trim());
}

export function MoneyWidget(props: WidgetProps): ReactNode {
  const value = valueOf(props);
  return (
    <MoneyField
      {...shownOf(props)}
      fen={typeof value === 'number' ? value : undefined}
      typed={typeof value === 'string' ? value : undefined}
      onChange={props.onChange}
      onUnreadable={props.onChange}
    />
  );
}

export function DateWidget(props: WidgetProps): ReactNode {
  const { label, required, error, helperText, disabled } = shownOf(props);
  return (
    <DateField
      label={label}
      required={required}
      error={error}
      helperText={helperText}
      value={textOf(valueOf(props))}
      onChange={(day) => {
        if (!disabled) props.onChange(day === '' ? undefined : day);
      }}
      // As with numbers: what is no day is refused as it stands, and never left out.
      onUnread={(text) => {
        if (!disabled) props.onChange(text);
      }}
    />
  );
}

/** Identity number, credit code, phone: typed as people write them. */
export function CodeWidget(props: WidgetProps): ReactNode {
  return (
    <TextField
      {...shownOf(props)}
      fullWidth
      value={textOf(valueOf(props))}
      autoComplete="off"
      slotProps={{ htmlInput: { maxLength: 60, spellCheck: false } }}
      onChange={({ target }) => {
        props.onChange(target.value === '' ? undefined : target.value);
      }}
    />
  );
}

/** A card whose check digit does not fit is taken – some old ones are so – and asked to be looked at again. */
export function CardWidget(props: WidgetProps): ReactNode {
  const word = useWords();
  const text = textOf(valueOf(props));
  const doubtful = isDoubtful(checkIdentifier('bank-card', text, shanghaiDay(new Date())));
  const shown = shownOf(props);
  return (
    <TextField
      {...shown}
      helperText={doubtful && !shown.error ? word('doubtfulCard') : shown.helperText}
      fullWidth
      value={text}
      autoComplete="off"
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 40 } }}
      onChange={({ target }) => {
        props.onChange(target.value === '' ? undefined : target.value);
      }}
    />
  );
}
