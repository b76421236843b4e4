import { Autocomplete, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { RecordPicker } from '../parts/record-picker';
import { useMay } from '../session/use-me';

interface PickFieldProps {
  label: string;
  value: string;
  onSet: (text: string) => void;
}

/** One of many by its word; a code that has none may be typed. */
export function PickField({
  label,
  value,
  onSet,
  options,
}: PickFieldProps & { options: readonly { value: string; label: string }[] }): ReactNode {
  const translate = useTranslate();
  const known = options.find((option) => option.value === value);
  return (
    <Autocomplete
      freeSolo
      options={[...options]}
      value={known ?? (value === '' ? null : value)}
      onChange={(_event, chosen) => {
        onSet(typeof chosen === 'string' ? chosen.trim() : (chosen?.value ?? ''));
      }}
      clearText={translate('ra.action.clear_input_value')}
      size="small"
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}

/** An account as whom somebody acted: picked by the name it signs in with, or typed as `operator#3`. */
export function ActorField({ label, value, onSet }: PickFieldProps): ReactNode {
  const may = useMay();
  const [text, setText] = useState(value);
  if (may('accounts', 'list')) {
    return (
      <RecordPicker
        resource="accounts"
        label={label}
        onPick={(id, _name, row) => {
          const role: unknown = row?.['role'];
          onSet(id === undefined || typeof role !== 'string' ? '' : `${role}#${id.toString()}`);
        }}
      />
    );
  }
  const apply = (): void => {
    if (text !== value) onSet(text.trim());
  };
  return (
    <TextField
      label={label}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
      }}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply();
      }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
