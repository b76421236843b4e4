import CalendarTodayOutlined from '@mui/icons-material/CalendarTodayOutlined';
import { Box, IconButton, InputAdornment, TextField } from '@mui/material';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { dayTyped, monthTyped } from './day-typed';
import { useSigns } from './signs';
import { unreadMark } from './unread';

interface DateFieldProps {
  label: string;
  /** `2026-11-22` (with `month`: `2026-11`), or empty. */
  value: string;
  /** Called with a whole day or an empty text, never with half a day. */
  onChange: (day: string) => void;
  /** Takes what is no day as it stands, to be refused by whoever checks the whole; without it the field is empty then. */
  onUnread?: (text: string) => void;
  month?: boolean;
  min?: string;
  max?: string;
  required?: boolean;
  error?: boolean;
  helperText?: ReactNode;
}

/**
 * A day that reads 2026-11-22 in every browser: the browsers' own field writes it as the computer's language would
 * (11/22/2026). It is typed, or picked from the browser's calendar behind the button.
 */
export function DateField(props: DateFieldProps): ReactNode {
  const { label, value, onChange, onUnread, month = false, min, max, ...rest } = props;
  const translate = useTranslate();
  const signs = useSigns();
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const picker = useRef<HTMLInputElement>(null);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  const typed = (month ? monthTyped : dayTyped)(text);
  const outside = typed !== undefined && ((min !== undefined && typed < min) || (max !== undefined && typed > max));
  const wrong = text.trim() !== '' && (typed === undefined || outside);
  const settle = (): void => {
    if (text.trim() === '' && value !== '') onChange('');
    else if (typed !== undefined && !outside) {
      setText(typed);
      if (typed !== value) onChange(typed);
    } else if (wrong && onUnread !== undefined) {
      if (text !== value) onUnread(text);
    } else if (wrong && value !== '') {
      // What stands there stays to be mended; the day of before is not meant any more.
      setSeen('');
      onChange('');
    }
  };
  return (
    <Box sx={{ position: 'relative' }}>
      <TextField
        {...rest}
        fullWidth
        label={label}
        value={text}
        placeholder={month ? '2026-11' : '2026-11-22'}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
        error={wrong || rest.error === true}
        helperText={wrong ? translate(outside ? 'date.outside' : 'date.unread') : rest.helperText}
        autoComplete="off"
        slotProps={{
          inputLabel: { shrink: true },
          htmlInput: { inputMode: 'numeric', ...unreadMark(wrong) },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton
                  size="small"
                  aria-label={`${label}${signs.colon}${translate('date.pick')}`}
                  onClick={() => picker.current?.showPicker()}
                >
                  <CalendarTodayOutlined sx={{ fontSize: 16 }} />
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
      <Box
        component="input"
        ref={picker}
        type={month ? 'month' : 'date'}
        tabIndex={-1}
        aria-hidden
        value={typed ?? ''}
        min={min}
        max={max}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        sx={{
          position: 'absolute',
          right: 0,
          bottom: 0,
          width: 1,
          height: 1,
          opacity: 0,
          border: 0,
          p: 0,
          pointerEvents: 'none',
        }}
      />
    </Box>
  );
}
