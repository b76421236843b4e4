import { TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useMay } from '../session/use-me';
import { RecordPicker } from './record-picker';
import { SubjectField } from './subject-field';
import type { SubjectKind } from './subject-found';

interface RecordFieldProps {
  resource: string;
  label: string;
  /** The row number as text; empty while nothing is picked. */
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  /** In the place of how to find it. */
  help?: string | undefined;
  error?: boolean;
  id?: string;
}

/** Whom the register is not open to finds these by name or number all the same, masked. */
const subjects: Readonly<Record<string, SubjectKind>> = { enterprises: 'enterprise', workers: 'worker' };

/** Of which resources the reader finds rows by name or number. */
export function useFinds(): (resource: string) => boolean {
  const may = useMay();
  return (resource) => may(resource, 'list') || (subjects[resource] !== undefined && may('subject', 'find'));
}

/** One row of a resource: picked by number or name, or told by its row number where the reader may not list them. */
export function RecordField({ resource, value, onChange, help, ...field }: RecordFieldProps): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const kind = subjects[resource];
  if (kind !== undefined && may('subject', 'find')) {
    const { error = false, ...named } = field;
    return (
      <SubjectField
        key={kind}
        kind={kind}
        value={value}
        fault={error ? help : undefined}
        onPick={onChange}
        {...named}
      />
    );
  }
  if (may(resource, 'list')) {
    return (
      <RecordPicker
        // Another kind of thing is another choice.
        key={resource}
        resource={resource}
        help={help ?? translate('form.pick')}
        onPick={(id) => {
          onChange(id?.toString() ?? '');
        }}
        {...field}
      />
    );
  }
  return (
    <TextField
      {...field}
      helperText={help ?? translate('form.rowNumber')}
      value={value}
      autoComplete="off"
      onChange={(event) => {
        onChange(event.target.value.trim());
      }}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 9 } }}
      sx={{ maxWidth: 420 }}
    />
  );
}
