import { Box, TextField } from '@mui/material';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../../parts/text2';
import { unreadMark } from '../../parts/unread';
import { faultsAt } from './faults-at';
import { InsertVariable } from './insert-variable';
import { memberOf, withMember, type FieldProps } from './field-props';
import type { TypedValue } from './typed-value';
import { useSigns } from '../../parts/signs';

interface Lines {
  readonly max: number;
  readonly lines: 'one' | 'many';
}

/** A text in one language. */
export function TextInput({ field, value, path, faults, onChange, max, lines }: FieldProps & Lines): ReactNode {
  const text = useText2();
  const wrong = faultsAt(faults, path);
  return (
    <TextField
      fullWidth
      label={text(field.label)}
      value={typeof value === 'string' ? value : ''}
      error={wrong.length > 0}
      helperText={wrong[0] ? text(wrong[0].text) : field.help && text(field.help)}
      slotProps={{ htmlInput: { maxLength: max } }}
      {...(lines === 'many' ? { multiline: true, minRows: 2, maxRows: 16 } : {})}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}

/** A text in both languages, side by side: Chinese first. */
export function TwoLanguages(props: FieldProps & Lines): ReactNode {
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' } }}>
      <OneLanguage {...props} language="zh" />
      <OneLanguage {...props} language="en" />
    </Box>
  );
}

function OneLanguage(props: FieldProps & Lines & { language: 'zh' | 'en' }): ReactNode {
  const { field, value, path, faults, onChange, max, lines, language } = props;
  const translate = useTranslate();
  const signs = useSigns();
  const text = useText2();
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const cursor = useRef<readonly [from: number, to: number]>(undefined);
  const wrong = faultsAt(faults, path);
  const words = memberOf(value, language);
  const typed = typeof words === 'string' ? words : '';
  const help = wrong[0] ? text(wrong[0].text) : field.help && text(field.help);
  const label = `${text(field.label)}${signs.opened}${translate(`kindEditor.language.${language}`)}${signs.closed}`;
  const change = (next: string): void => {
    onChange(withMember(value, language, next));
  };
  return (
    <Box sx={{ minWidth: 0 }}>
      <TextField
        fullWidth
        label={label}
        value={typed}
        error={wrong.length > 0}
        helperText={language === 'zh' ? help : undefined}
        inputRef={input}
        slotProps={{ htmlInput: { maxLength: max, lang: language === 'zh' ? 'zh-CN' : 'en' } }}
        {...(lines === 'many' ? { multiline: true, minRows: 3, maxRows: 20 } : {})}
        onChange={(event) => {
          change(event.target.value);
        }}
        onBlur={({ target: { selectionStart, selectionEnd } }) => {
          if (selectionStart !== null && selectionEnd !== null) cursor.current = [selectionStart, selectionEnd];
        }}
      />
      {lines === 'many' && (
        <InsertVariable input={input} cursor={cursor} value={typed} max={max} name={label} onChange={change} />
      )}
    </Box>
  );
}

/** A figure typed as text. The content changes with every text that says something; half a figure changes nothing and is told. */
export function TypedInput({
  field,
  value,
  path,
  faults,
  onChange,
  typed,
  unit,
}: FieldProps & { typed: TypedValue; unit?: string }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const [words, setWords] = useState(typed.shown(value));
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (typed.read(words) !== value) setWords(typed.shown(value));
  }
  const unread = typed.read(words) === undefined;
  const wrong = faultsAt(faults, path);
  const { form, ...bounds } = typed.asks;
  const said = unread ? translate(`kindEditor.asks.${form}`, bounds) : wrong[0] ? text(wrong[0].text) : undefined;
  return (
    <TextField
      fullWidth
      label={text(field.label)}
      value={words}
      error={unread || wrong.length > 0}
      helperText={said ?? (field.help && text(field.help))}
      autoComplete="off"
      slotProps={{
        htmlInput: unreadMark(unread),
        input: { endAdornment: unit === undefined ? undefined : <Unit>{unit}</Unit> },
      }}
      onChange={(event) => {
        setWords(event.target.value);
        const next = typed.read(event.target.value);
        if (next !== undefined && next !== value) onChange(next);
      }}
      onBlur={() => {
        if (!unread) setWords(typed.shown(value));
      }}
    />
  );
}

function Unit({ children }: { children: ReactNode }): ReactNode {
  return <Box sx={{ color: 'tokens.ink3', fontSize: 13, whiteSpace: 'nowrap', pl: 1 }}>{children}</Box>;
}
