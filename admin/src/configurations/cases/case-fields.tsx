import type { Json } from '@linggong/studio/domain';
import { Box, Button, MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { DateField } from '../../parts/date-field';
import { useText2 } from '../../parts/text2';
import { isRecord } from '../../provider/problem';
import { FigureField } from './figure-field';
import type { InputField, InputType } from './input-schema';

type Fields = Readonly<Record<string, Json>>;

interface CaseFieldsProps {
  fields: readonly InputField[];
  value: Json;
  /** Places that cannot be asked as they stand, such as `answers.0.item`. */
  wrong: readonly string[];
  readOnly: boolean;
  onChange: (value: Json) => void;
}

/** What a test case asks, a field for each fact. What is left empty is not told. */
export function CaseFields({ fields, value, wrong, readOnly, onChange }: CaseFieldsProps): ReactNode {
  const own: Fields = isRecord(value) ? (value as Fields) : {};
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))', gap: 1.5 }}>
      {fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          value={own[field.name]}
          wrong={wrong.filter((place) => place === field.name || place.startsWith(`${field.name}.`)).map(below)}
          readOnly={readOnly}
          onChange={(next) => {
            const rest = Object.fromEntries(Object.entries(own).filter(([name]) => name !== field.name));
            onChange(next === undefined ? rest : { ...own, [field.name]: next });
          }}
        />
      ))}
    </Box>
  );
}

const below = (place: string): string => place.split('.').slice(1).join('.');

interface OneFieldProps {
  field: InputField;
  value: Json | undefined;
  wrong: readonly string[];
  readOnly: boolean;
  onChange: (value: Json | undefined) => void;
}

function OneField(props: OneFieldProps): ReactNode {
  const { field, value, wrong, readOnly, onChange } = props;
  const translate = useTranslate();
  const label = useLabel()(field);
  const { type, required } = field;
  const common = {
    label,
    required,
    error: wrong.length > 0,
    ...(wrong.length > 0 ? { helperText: translate('configuration.cases.unasked') } : {}),
  };
  const text = typeof value === 'string' ? value : '';
  switch (type.is) {
    case 'group':
    case 'list':
      return <Deeper {...props} label={label} />;
    case 'day':
      return (
        <DateField
          {...common}
          value={text}
          onChange={(day) => {
            if (!readOnly) onChange(day === '' ? undefined : day);
          }}
        />
      );
    case 'number':
    case 'money':
      return (
        <FigureField
          {...common}
          value={typeof value === 'number' ? value : undefined}
          money={type.is === 'money'}
          readOnly={readOnly}
          onChange={onChange}
        />
      );
    case 'boolean':
    case 'choice':
    case 'choices':
      return <Picked {...common} type={type} value={value} readOnly={readOnly} onChange={onChange} />;
    case 'text':
      return (
        <TextField
          {...common}
          value={text}
          disabled={readOnly}
          onChange={(event) => {
            onChange(event.target.value === '' ? undefined : event.target.value);
          }}
        />
      );
  }
}

/** The name that the content or the schema gives a fact; the words of the page for those that the kinds share. */
function useLabel(): (field: InputField) => string {
  const translate = useTranslate();
  const text = useText2();
  return ({ name, label }) =>
    label === undefined ? translate(`configuration.fact.${name}`, { _: name }) : text(label);
}

interface PickedProps {
  label: string;
  required: boolean;
  error: boolean;
  helperText?: string;
  type: Extract<InputType, { is: 'boolean' | 'choice' | 'choices' }>;
  value: Json | undefined;
  readOnly: boolean;
  onChange: (value: Json | undefined) => void;
}

function Picked({ type, value, readOnly, onChange, ...common }: PickedProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const many = type.is === 'choices';
  const choices =
    type.is === 'boolean'
      ? ['true', 'false'].map((word) => ({ value: word, label: translate(`ra.boolean.${word}`) }))
      : type.choices.map((choice) => ({
          value: choice.value,
          label: choice.label === undefined ? choice.value : text(choice.label),
        }));
  const given = Array.isArray(value) ? value.map(String) : value === undefined || value === null ? '' : String(value);
  return (
    <TextField
      {...common}
      select
      disabled={readOnly}
      value={many ? (given === '' ? [] : given) : given}
      slotProps={{ select: { multiple: many, displayEmpty: !many } }}
      onChange={(event) => {
        const picked: unknown = event.target.value;
        if (Array.isArray(picked)) onChange(picked.length === 0 ? undefined : picked.map(String));
        else if (picked === '') onChange(undefined);
        else onChange(type.is === 'boolean' ? picked === 'true' : String(picked));
      }}
    >
      {!many && <MenuItem value="">{translate('configuration.cases.untold')}</MenuItem>}
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choice.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

const itemsMax = 50;

/** A fact that is made of facts, or a list of them. */
function Deeper({ field, value, wrong, readOnly, onChange, label }: OneFieldProps & { label: string }): ReactNode {
  const translate = useTranslate();
  const { type } = field;
  const frame = {
    gridColumn: '1 / -1',
    border: '1px solid',
    borderColor: 'tokens.line',
    borderRadius: '8px',
    p: 1.5,
    m: 0,
  } as const;
  if (type.is === 'group')
    return (
      <Box component="fieldset" sx={frame}>
        <Box component="legend" sx={{ fontSize: 13, color: 'tokens.ink2', px: 0.5 }}>
          {label}
        </Box>
        <CaseFields fields={type.fields} value={value ?? {}} wrong={wrong} readOnly={readOnly} onChange={onChange} />
      </Box>
    );
  if (type.is !== 'list') return null;
  const items = Array.isArray(value) ? (value as readonly Json[]) : [];
  const of: InputField = { name: '0', label: undefined, required: true, type: type.of };
  return (
    <Box component="fieldset" sx={{ ...frame, display: 'grid', gap: 1 }}>
      <Box component="legend" sx={{ fontSize: 13, color: 'tokens.ink2', px: 0.5 }}>
        {label}
      </Box>
      {items.map((item, index) => (
        <Box
          key={index}
          sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 1, alignItems: 'end' }}
        >
          <Item
            field={of}
            place={index + 1}
            value={item}
            wrong={wrong.filter((place) => place.split('.')[0] === String(index)).map(below)}
            readOnly={readOnly}
            onChange={(next) => {
              onChange(items.map((other, at) => (at === index ? (next ?? null) : other)));
            }}
          />
          {!readOnly && (
            <Button
              size="small"
              onClick={() => {
                onChange(items.filter((_, at) => at !== index));
              }}
            >
              {translate('ra.action.remove')}
            </Button>
          )}
        </Box>
      ))}
      {!readOnly && items.length < itemsMax && (
        <Box>
          <Button
            size="small"
            onClick={() => {
              onChange([...items, type.of.is === 'group' ? {} : '']);
            }}
          >
            {translate('ra.action.add')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

function Item({ field, place, value, wrong, readOnly, onChange }: OneFieldProps & { place: number }): ReactNode {
  if (field.type.is === 'group')
    return (
      <CaseFields
        fields={field.type.fields}
        value={value ?? {}}
        wrong={wrong}
        readOnly={readOnly}
        onChange={onChange}
      />
    );
  const number = place.toString();
  return (
    <OneField
      field={{ ...field, label: { zh: number, en: number } }}
      value={value}
      wrong={wrong}
      readOnly={readOnly}
      onChange={onChange}
    />
  );
}
