import type { Choices } from '@linggong/studio/domain';
import { Box, Checkbox, FormControlLabel, FormHelperText, MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText2, type Text2 } from '../../parts/text2';
import { faultsAt } from './faults-at';
import type { FieldProps } from './field-props';
import { signs } from '../../parts/signs';

/** One of a closed set. */
export function ChoiceInput({
  field,
  value,
  path,
  faults,
  onChange,
  choices,
}: FieldProps & { choices: Choices }): ReactNode {
  const text = useText2();
  const wrong = faultsAt(faults, path);
  return (
    <TextField
      select
      fullWidth
      label={text(field.label)}
      value={typeof value === 'string' ? value : ''}
      error={wrong.length > 0}
      helperText={wrong[0] ? text(wrong[0].text) : field.help && text(field.help)}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    >
      {Object.entries(choices).map(([name, words]) => (
        <MenuItem key={name} value={name}>
          {text(words)}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface SeveralProps extends FieldProps {
  choices: Choices;
  none: Text2;
}

/** Some of a closed set; what none of them means stands in the field. */
export function SeveralInput({ field, value, path, faults, onChange, choices, none }: SeveralProps): ReactNode {
  const text = useText2();
  const wrong = faultsAt(faults, path);
  const picked = Array.isArray(value) ? value.map(String) : [];
  const nameOf = (one: string): string => (choices[one] ? text(choices[one]) : one);
  return (
    <TextField
      select
      fullWidth
      label={text(field.label)}
      value={picked}
      error={wrong.length > 0}
      helperText={wrong[0] ? text(wrong[0].text) : field.help && text(field.help)}
      slotProps={{
        inputLabel: { shrink: true },
        select: {
          multiple: true,
          displayEmpty: true,
          renderValue: () => (picked.length === 0 ? text(none) : picked.map(nameOf).join(text(signs.listed))),
        },
      }}
      onChange={(event) => {
        const chosen = new Set([event.target.value].flat());
        onChange(Object.keys(choices).filter((one) => chosen.has(one)));
      }}
    >
      {Object.keys(choices).map((one) => (
        <MenuItem key={one} value={one} sx={{ py: 0 }}>
          <Checkbox checked={picked.includes(one)} size="small" tabIndex={-1} disableRipple />
          {nameOf(one)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Yes or no. */
export function FlagInput({ field, value, path, faults, onChange }: FieldProps): ReactNode {
  const text = useText2();
  const wrong = faultsAt(faults, path);
  const said = wrong[0] ? text(wrong[0].text) : field.help && text(field.help);
  return (
    <Box sx={{ alignSelf: 'center' }}>
      <FormControlLabel
        label={text(field.label)}
        control={
          <Checkbox
            checked={value === true}
            onChange={(_event, checked) => {
              onChange(checked);
            }}
          />
        }
      />
      {said !== undefined && <FormHelperText error={wrong.length > 0}>{said}</FormHelperText>}
    </Box>
  );
}
