import { Checkbox, FormControl, FormControlLabel, FormHelperText, FormLabel, MenuItem, TextField } from '@mui/material';
import type { WidgetProps } from '@rjsf/utils';
import type { ReactNode } from 'react';
import { useWords } from '../words';
import { optionOf, shownOf, valueOf } from './widget-props';

interface Named {
  value: string;
  label: string;
}

/** Choices with their labels, as `uiSchema` of the domain writes them. */
function choicesOf(props: WidgetProps): Named[] {
  return (optionOf(props, 'choices') ?? []) as Named[];
}

export function ChoiceWidget(props: WidgetProps): ReactNode {
  const word = useWords();
  const value = valueOf(props);
  return (
    <TextField
      {...shownOf(props)}
      select
      fullWidth
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => {
        props.onChange(target.value === '' ? undefined : target.value);
      }}
    >
      {props.required !== true && <MenuItem value="">{word('noChoice')}</MenuItem>}
      {choicesOf(props).map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

export function ChoicesWidget(props: WidgetProps): ReactNode {
  const { id, label, required, disabled, error, helperText } = shownOf(props);
  const value = valueOf(props);
  const picked = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  return (
    <FormControl component="fieldset" id={id} required={required} error={error} disabled={disabled}>
      <FormLabel component="legend">{label}</FormLabel>
      {choicesOf(props).map((choice) => (
        <FormControlLabel
          key={choice.value}
          label={choice.label}
          control={
            <Checkbox
              checked={picked.includes(choice.value)}
              onChange={({ target }) => {
                const rest = picked.filter((one) => one !== choice.value);
                const next = target.checked ? [...rest, choice.value] : rest;
                props.onChange(next.length > 0 ? next : undefined);
              }}
            />
          }
        />
      ))}
      <FormHelperText>{helperText}</FormHelperText>
    </FormControl>
  );
}
