import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useBlocker } from 'react-router-dom';
import { isRecord, newKey } from '../provider';
import { Card } from './card';
import { PageHeader, type Crumb } from './page-header';
import { Trouble } from './states-of-page';

export type FormValues = Readonly<Record<string, string>>;

/** One question of a form; its words are `{words}.{name}` and, below the field, `{words}.{name}Help`. */
export interface FormField {
  name: string;
  required?: boolean;
  kind?: 'text' | 'date' | 'money' | 'count' | 'choice' | 'long' | 'password';
  choices?: readonly { value: string; label: string }[];
  help?: boolean;
  autoComplete?: string;
}

export interface FormSection {
  title: string;
  fields: readonly FormField[];
}

interface FormPageProps {
  title: string;
  crumbs: readonly Crumb[];
  words: string;
  sections: readonly FormSection[];
  submit: string;
  initial?: FormValues;
  /** Sends the values; the page leaves when it succeeds. */
  onSubmit: (values: FormValues, key: string) => Promise<void>;
  aside?: ReactNode;
}

/** A form in one column: sections, labels above, help under; what is wrong is listed on top and stands at its field; leaving asks. */
export function FormPage({
  title,
  crumbs,
  words,
  sections,
  submit,
  initial = {},
  onSubmit,
  aside,
}: FormPageProps): ReactNode {
  const translate = useTranslate();
  const [values, setValues] = useState<FormValues>(initial);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [key] = useState(newKey);
  const fields = sections.flatMap((section) => section.fields);
  const missing = fields.filter(({ name, required }) => required === true && (values[name] ?? '').trim() === '');
  useLeaveGuard(Object.keys(values).some((name) => values[name] !== (initial[name] ?? '')) && !busy);
  const faults = faultsOf(error);
  const send = (): void => {
    setTried(true);
    if (missing.length > 0) return;
    setBusy(true);
    onSubmit(values, key).catch((refusal: unknown) => {
      setError(refusal);
      setBusy(false);
    });
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      sx={{ maxWidth: 720, display: 'grid', gap: 1.5 }}
    >
      <PageHeader title={title} crumbs={crumbs} />
      {error !== undefined && <Trouble error={error} />}
      {tried && missing.length > 0 && <MissingList names={missing.map(({ name }) => name)} words={words} />}
      {sections.map((section) => (
        <Card key={section.title} title={section.title}>
          <Box sx={{ display: 'grid', gap: 2, mt: 1 }}>
            {section.fields.map((field) => (
              <Field
                key={field.name}
                field={field}
                words={words}
                value={values[field.name] ?? ''}
                fault={
                  faults[field.name] ??
                  (tried && missing.includes(field) ? translate('ra.validation.required') : undefined)
                }
                onChange={(value) => {
                  setValues({ ...values, [field.name]: value });
                }}
              />
            ))}
          </Box>
        </Card>
      ))}
      {aside}
      <Box>
        <Button type="submit" variant="contained" color="primary" disabled={busy}>
          {busy ? translate('sheet.running') : submit}
        </Button>
      </Box>
    </Box>
  );
}

function Field({
  field,
  words,
  value,
  fault,
  onChange,
}: {
  field: FormField;
  words: string;
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}): ReactNode {
  const translate = useTranslate();
  const { name, required = false, kind = 'text', choices = [], help = false } = field;
  return (
    <TextField
      id={`field-${name}`}
      label={translate(`${words}.${name}`)}
      required={required}
      value={value}
      error={fault !== undefined}
      helperText={fault ?? (help ? translate(`${words}.${name}Help`) : undefined)}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      select={kind === 'choice'}
      multiline={kind === 'long'}
      minRows={kind === 'long' ? 3 : undefined}
      type={kind === 'date' || kind === 'password' ? kind : 'text'}
      autoComplete={field.autoComplete ?? 'off'}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: kind === 'money' || kind === 'count' ? { inputMode: 'decimal' } : {},
      }}
      sx={{ maxWidth: kind === 'long' ? undefined : 420 }}
      fullWidth
    >
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

function MissingList({ names, words }: { names: readonly string[]; words: string }): ReactNode {
  const translate = useTranslate();
  return (
    <Box
      role="alert"
      sx={{ bgcolor: 'tokens.badBg', color: 'tokens.bad', borderRadius: '8px', p: '10px 14px', fontSize: 13 }}
    >
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {translate('form.missing', { smart_count: names.length })}
      </Typography>
      {names.map((name) => (
        <Box key={name}>
          <a href={`#field-${name}`} style={{ color: 'inherit', textDecoration: 'underline' }}>
            {translate(`${words}.${name}`)}
          </a>
        </Box>
      ))}
    </Box>
  );
}

/** The faults by field, as the problem of the server lists them. */
export function faultsOf(error: unknown): Readonly<Record<string, string>> {
  const body = isRecord(error) && isRecord(error['body']) ? error['body'] : {};
  const faults: Record<string, string> = {};
  const list = Array.isArray(body['errors']) ? body['errors'] : [];
  for (const item of list) {
    if (isRecord(item) && typeof item['field'] === 'string' && typeof item['text'] === 'string')
      faults[item['field']] = item['text'];
  }
  if (typeof body['field'] === 'string' && faults[body['field']] === undefined)
    faults[body['field']] = typeof body['detail'] === 'string' ? body['detail'] : String(body['title'] ?? '');
  return faults;
}

/** Asks before what was typed is lost, on leaving the page and on closing the tab. */
function useLeaveGuard(dirty: boolean): void {
  const translate = useTranslate();
  const blocker = useBlocker(dirty);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(translate('form.leave'))) blocker.proceed();
    else blocker.reset();
  }, [blocker, translate]);
  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [dirty]);
}
