import type { IdentifierKind } from '@linggong/core/domain';
import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { useSendKey } from '../provider';
import { readToken } from '../session/token';
import { useMe } from '../session/use-me';
import { Card } from './card';
import { DateField } from './date-field';
import { FaultList, placedFaults, type Fault } from './fault-list';
import { CodeInput } from './code-input';
import {
  choicesOf,
  codeOf,
  isNumberField,
  troubleOf,
  type FormChoice,
  type FormField,
  type FormValues,
} from './form-checks';
import { draftName, dropDraft, readDraft, writeDraft } from './form-draft';
import { halfWidth } from './half-width';
import { useLeaveGuard } from './leave-guard';
import { MoneyInput } from './money-input';
import { PageHeader, type Crumb } from './page-header';
import { RecordField } from './record-field';
import { PageSkeleton, Trouble } from './states-of-page';
import { useText2 } from './text2';
import { goToUnread } from './unread';

export type { FormField, FormValues } from './form-checks';

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
  /** What is asked before the sections. */
  first?: ReactNode;
  aside?: ReactNode;
  /** What stands aside was begun and is not sent. */
  asideDirty?: boolean;
  /** Fields that the answers so far call for; every field where it is not said. A hidden one is neither asked nor checked. */
  shown?: (name: string, values: FormValues) => boolean;
  /** What the answers come to, below them while they are typed. */
  live?: (values: FormValues) => ReactNode;
}

/** A form in one column: sections, labels above, help under; what is wrong is listed on top and stands at its field; leaving asks. */
export function FormPage(props: FormPageProps): ReactNode {
  const me = useMe();
  const path = useLocation().pathname;
  // The draft is of one person and one page; both are known before the first letter is typed.
  return me === undefined ? <PageSkeleton /> : <FormBody {...props} draft={draftName(me.account.identifier, path)} />;
}

/** The answers, those that were typed before and not sent among them. */
function useAnswers(draft: string, fields: readonly FormField[], initial: FormValues) {
  const [found] = useState(() => readDraft(sessionStorage, draft, fields));
  const [restored, setRestored] = useState(Object.keys(found).some((name) => found[name] !== (initial[name] ?? '')));
  const [values, setValues] = useState<FormValues>({ ...initial, ...found });
  const change = (name: string, value: string): void => {
    const next = { ...values, [name]: value };
    setValues(next);
    writeDraft(sessionStorage, draft, fields, next, initial);
  };
  const reset = (): void => {
    dropDraft(sessionStorage, draft);
    setValues(initial);
    setRestored(false);
  };
  return { values, change, reset, restored };
}

function FormBody({
  title,
  crumbs,
  words,
  sections,
  submit,
  initial = {},
  onSubmit,
  aside,
  asideDirty = false,
  first,
  shown = () => true,
  live,
  draft,
}: FormPageProps & { draft: string }): ReactNode {
  const translate = useTranslate();
  const inWords = useText2();
  const { values, change, reset, restored } = useAnswers(
    draft,
    sections.flatMap((section) => section.fields),
    initial,
  );
  const asked = sections
    .map((section) => ({ ...section, fields: section.fields.filter(({ name }) => shown(name, values)) }))
    .filter((section) => section.fields.length > 0);
  const fields = asked.flatMap((section) => section.fields);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [tries, setTries] = useState(0);
  const { key, failed } = useSendKey();
  const label = (name: string): string => translate(`${words}.${name}`);
  const wrong = fields.flatMap((field): Fault[] => {
    const trouble = troubleOf(field, values);
    if (trouble === undefined) return [];
    if ('text' in trouble) return [{ name: field.name, text: inWords(trouble.text) }];
    const other = trouble.other === undefined ? '' : label(trouble.other);
    return [{ name: field.name, text: translate(trouble.key, { other }) }];
  });
  const refused = placedFaults(
    error,
    fields.map(({ name }) => name),
  );
  const faults = tried && wrong.length > 0 ? wrong : refused;
  const top = useRef<HTMLDivElement>(null);
  const isWrong = faults.length > 0 || error !== undefined;
  useEffect(() => {
    // Whoever presses the button below sees what stands above.
    if (tries > 0 && isWrong) top.current?.scrollIntoView({ block: 'nearest' });
  }, [tries, isWrong]);
  const isDirty = asideDirty || Object.keys(values).some((name) => values[name] !== (initial[name] ?? ''));
  useLeaveGuard(isDirty && !busy);
  const send = (): void => {
    setTried(true);
    setTries((before) => before + 1);
    setError(undefined);
    if (wrong.length > 0) return;
    setBusy(true);
    onSubmit(values, key).then(
      () => {
        // A session that has ended meanwhile counts as an answer to react-admin: nothing was sent, and the draft waits for its writer.
        if (readToken() !== undefined) dropDraft(sessionStorage, draft);
      },
      (refusal: unknown) => {
        failed(refusal);
        setError(refusal);
        setBusy(false);
      },
    );
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!goToUnread(event.currentTarget)) send();
      }}
      sx={{ maxWidth: 720, display: 'grid', gap: 1.5 }}
    >
      <PageHeader title={title} crumbs={crumbs} />
      {restored && <Restored onReset={reset} />}
      <Box ref={top} sx={{ scrollMarginTop: 64, '&:empty': { display: 'none' } }}>
        {faults.length > 0 ? (
          <FaultList faults={faults} label={label} />
        ) : (
          error !== undefined && <Trouble error={error} />
        )}
      </Box>
      {first}
      {asked.map((section) => (
        <Section key={section.title} section={section} words={words} values={values} faults={faults} change={change} />
      ))}
      {live?.(values)}
      {aside}
      <Box>
        <Button type="submit" variant="contained" color="primary" disabled={busy}>
          {busy ? translate('sheet.running') : submit}
        </Button>
      </Box>
    </Box>
  );
}

/** The questions of one card. */
function Section({
  section,
  words,
  values,
  faults,
  change,
}: {
  section: FormSection;
  words: string;
  values: FormValues;
  faults: readonly Fault[];
  change: (name: string, value: string) => void;
}): ReactNode {
  return (
    <Card title={section.title}>
      <Box sx={{ display: 'grid', gap: 2, mt: 1 }}>
        {section.fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            words={words}
            value={values[field.name] ?? ''}
            choices={choicesOf(field, values)}
            code={codeOf(field, values)}
            fault={faults.find(({ name }) => name === field.name)?.text}
            onChange={(value) => {
              change(field.name, value);
            }}
          />
        ))}
      </Box>
    </Card>
  );
}

/** What was typed before is there again; what may not be kept has to be typed anew. */
function Restored({ onReset }: { onReset: () => void }): ReactNode {
  const translate = useTranslate();
  return (
    <Box
      role="status"
      sx={{
        bgcolor: 'tokens.accentBg',
        borderRadius: '8px',
        p: '8px 14px',
        fontSize: 13,
        display: 'flex',
        gap: 1,
        alignItems: 'center',
      }}
    >
      <Box sx={{ flex: 1 }}>{translate('form.restored')}</Box>
      <Button size="small" onClick={onReset}>
        {translate('form.reset')}
      </Button>
    </Box>
  );
}

interface FieldProps {
  field: FormField;
  words: string;
  value: string;
  choices: readonly FormChoice[];
  code: IdentifierKind;
  fault: string | undefined;
  onChange: (value: string) => void;
}

function Field(props: FieldProps): ReactNode {
  const { field, words, value, fault, onChange } = props;
  const translate = useTranslate();
  const { name, required = false, kind = 'text', help = false } = field;
  const told = help ? translate(`${words}.${name}Help`) : undefined;
  const below = fault ?? belowOf(field, told, translate('form.marked'));
  if (kind === 'date')
    return (
      <Box id={`field-${name}`} sx={{ maxWidth: 420 }}>
        <DateField
          label={translate(`${words}.${name}`)}
          required={required}
          value={value}
          error={fault !== undefined}
          helperText={below}
          onChange={onChange}
        />
      </Box>
    );
  if (kind === 'record')
    return (
      <RecordField
        id={`field-${name}`}
        resource={field.resource ?? ''}
        label={translate(`${words}.${name}`)}
        required={required}
        value={value}
        error={fault !== undefined}
        help={fault ?? told}
        onChange={onChange}
      />
    );
  const common = {
    id: `field-${name}`,
    label: translate(`${words}.${name}`),
    required,
    value,
    error: fault !== undefined,
    helperText: below,
    onChange,
  };
  if (kind === 'money' || kind === 'code')
    return (
      <Box sx={{ maxWidth: 420 }}>
        {kind === 'money' ? <MoneyInput {...common} /> : <CodeInput {...common} kind={props.code} />}
      </Box>
    );
  return <Typed {...props} below={below} />;
}

/** That it is to be looked at again, what stands there now, and how it is answered. */
function belowOf({ note, marked = false }: FormField, help: string | undefined, mark: string): ReactNode {
  if (!marked && note === undefined) return help;
  return (
    <>
      {marked && (
        <Box component="span" sx={{ color: 'tokens.wait', fontWeight: 600, mr: 1 }}>
          {mark}
        </Box>
      )}
      {[note, help].filter((part) => part !== undefined).join(' ')}
    </>
  );
}

/** What is typed or chosen from a few. */
function Typed({ field, words, value, choices, fault, onChange, below }: FieldProps & { below: ReactNode }): ReactNode {
  const translate = useTranslate();
  const { name, required = false, kind = 'text' } = field;
  return (
    <TextField
      id={`field-${name}`}
      label={translate(`${words}.${name}`)}
      required={required}
      // What an earlier answer has ruled out is not chosen any more.
      value={kind === 'choice' && !choices.some((choice) => choice.value === value) ? '' : value}
      error={fault !== undefined}
      helperText={below}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      onBlur={() => {
        if (isNumberField(field) && halfWidth(value) !== value) onChange(halfWidth(value));
      }}
      select={kind === 'choice'}
      multiline={kind === 'long'}
      minRows={kind === 'long' ? 3 : undefined}
      type={kind === 'password' ? kind : 'text'}
      autoComplete={field.autoComplete ?? 'off'}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: kind === 'count' ? { inputMode: 'decimal' } : {},
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
