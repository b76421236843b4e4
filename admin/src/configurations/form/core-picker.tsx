import { coreFieldsOf, type FormContent, type FormField } from '@linggong/studio/domain';
import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText2 } from '../../parts/text2';
import type { FaultAt } from './faults-of';
import { useWords } from './words';

interface CorePickerProps {
  formKey: string;
  content: FormContent;
  field: FormField;
  path: string;
  readOnly: boolean;
  faultAt: FaultAt;
  set: (name: string, value: unknown) => void;
}

/** Picks what the platform reads by this field (核心字段), by name; where it reads nothing that fits, nothing is asked. */
export function CorePicker({ formKey, content, field, path, readOnly, faultAt, set }: CorePickerProps): ReactNode {
  const word = useWords();
  const text = useText2();
  const all = coreFieldsOf(formKey);
  const fed = new Set(content.fields.flatMap(({ id, core }) => (id === field.id || core === undefined ? [] : [core])));
  const fitting = all.filter(({ type, name }) => type === field.type && (name === field.core || !fed.has(name)));
  const picked = all.find(({ name }) => name === field.core);
  if (fitting.length === 0 && field.core === undefined) return null;
  const fault = faultAt(`${path}.core`);
  return (
    <TextField
      select
      label={word('core')}
      value={field.core ?? ''}
      disabled={readOnly}
      error={fault !== undefined}
      helperText={fault ?? (picked === undefined ? word('coreHelp') : text(picked.use))}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      onChange={({ target }) => {
        set('core', target.value);
      }}
    >
      <MenuItem value="">{word('coreNone')}</MenuItem>
      {fitting.map(({ name, label }) => (
        <MenuItem key={name} value={name}>
          {text(label)}
        </MenuItem>
      ))}
      {field.core !== undefined && !fitting.some(({ name }) => name === field.core) && (
        <MenuItem value={field.core}>
          {`${picked === undefined ? field.core : text(picked.label)} (${word('coreUnread')})`}
        </MenuItem>
      )}
    </TextField>
  );
}
