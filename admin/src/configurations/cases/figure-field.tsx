import { TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { moneyText } from '../../parts/money-text';
import { unreadMark } from '../../parts/unread';
import { figureOf } from './figure-typed';

interface FigureFieldProps {
  label: string;
  required?: boolean;
  error?: boolean;
  helperText?: string;
  /** Fen where it is money. */
  value: number | undefined;
  money: boolean;
  readOnly: boolean;
  onChange: (value: number | undefined) => void;
}

const shown = (value: number | undefined, money: boolean): string =>
  value === undefined ? '' : money ? moneyText(value) : value.toString();

/** A number, or an amount in yuan that is kept in fen; taken when the field is left. */
export function FigureField({ label, value, money, readOnly, onChange, ...rest }: FigureFieldProps): ReactNode {
  const translate = useTranslate();
  const [text, setText] = useState(shown(value, money));
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(shown(value, money));
  }
  const typed = figureOf(text, money);
  const settle = (): void => {
    if (typed !== null && typed !== value) onChange(typed);
  };
  return (
    <TextField
      {...rest}
      label={money ? translate('configuration.cases.yuan', { name: label }) : label}
      value={text}
      disabled={readOnly}
      error={typed === null || rest.error === true}
      helperText={
        typed === null ? translate(money ? 'form.fault.money' : 'configuration.cases.noFigure') : rest.helperText
      }
      onChange={(event) => {
        setText(event.target.value);
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
      slotProps={{ htmlInput: { inputMode: 'decimal', ...unreadMark(typed === null) } }}
    />
  );
}
