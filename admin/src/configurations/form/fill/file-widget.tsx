import { Box, Button, FormControl, FormHelperText, FormLabel } from '@mui/material';
import type { WidgetProps } from '@rjsf/utils';
import { useContext, useRef, useState, type ReactNode } from 'react';
import { Trouble } from '../../../parts/states-of-page';
import { useWords } from '../words';
import { FileSending } from './send-form-file';
import { optionOf, shownOf, valueOf } from './widget-props';

/** Files go to the vault as they are chosen; the record holds their ids. */
export function FileWidget(props: WidgetProps): ReactNode {
  const word = useWords();
  const send = useContext(FileSending);
  const input = useRef<HTMLInputElement>(null);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);
  const shown = shownOf(props);
  const value = valueOf(props);
  const ids = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const max = optionOf(props, 'maxFiles');
  const accept = optionOf(props, 'accept');
  const take = (file: File): void => {
    if (send === undefined) return;
    setBusy(true);
    setError(undefined);
    send(props.name, file)
      .then(({ id, name }) => {
        setNames((known) => ({ ...known, [id]: name }));
        props.onChange([...ids, id]);
      }, setError)
      .finally(() => {
        setBusy(false);
      });
  };
  const full = ids.length >= (typeof max === 'number' ? max : 1);
  return (
    <FormControl component="fieldset" required={shown.required} error={shown.error} disabled={shown.disabled} fullWidth>
      <FormLabel component="legend">{shown.label}</FormLabel>
      {ids.map((id) => (
        <Box key={id} sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: 13 }}>
          {names[id] ?? id.slice(0, 8)}
          <Button
            size="small"
            disabled={shown.disabled}
            onClick={() => {
              const rest = ids.filter((one) => one !== id);
              props.onChange(rest.length > 0 ? rest : undefined);
            }}
          >
            {word('remove')}
          </Button>
        </Box>
      ))}
      {!full && (
        <Box>
          <Button
            variant="outlined"
            size="small"
            disabled={shown.disabled || busy || send === undefined}
            onClick={() => input.current?.click()}
          >
            {word('chooseFile')}
          </Button>
        </Box>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={shown.label}
        accept={Array.isArray(accept) ? accept.join() : ''}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file !== undefined) take(file);
        }}
      />
      <FormHelperText>{send === undefined && !shown.error ? word('fileNotSent') : shown.helperText}</FormHelperText>
      {error !== undefined && <Trouble error={error} />}
    </FormControl>
  );
}
