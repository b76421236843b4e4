import type { AnyField } from '@linggong/studio/domain';
import { Box, Checkbox, FormControlLabel } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { DateField } from '../../parts/date-field';
import { useText2 } from '../../parts/text2';
import { faultsAt, under } from './faults-at';
import { memberOf, withMember, type FieldProps } from './field-props';
import { ListEditor } from './list-editor';
import { ChoiceInput, FlagInput, SeveralInput } from './pick-inputs';
import { TextInput, TwoLanguages, TypedInput } from './text-inputs';
import { KindOfWorkInput } from './kind-of-work-input';
import { typedCount, typedInstant, typedMoney, typedRate, typedTime } from './typed-value';
import { signs } from '../../parts/signs';

/** The input of any described field: the editor of a content is that of its outermost one. */
export function FieldEditor(props: FieldProps): ReactNode {
  const text = useText2();
  const translate = useTranslate();
  const { control } = props.field;
  switch (control.type) {
    case 'text':
      if (control.of === 'kind-of-work') return <KindOfWorkInput {...props} max={control.max} />;
      return <TextInput {...props} max={control.max} lines={control.lines} />;
    case 'text2':
      return <TwoLanguages {...props} max={control.max} lines={control.lines} />;
    case 'count':
      return (
        <TypedInput
          {...props}
          typed={typedCount(control.min, control.max)}
          {...(control.unit ? { unit: text(control.unit) } : {})}
        />
      );
    case 'money':
      return <TypedInput {...props} typed={typedMoney} unit={translate('kindEditor.yuan')} />;
    case 'rate':
      return <TypedInput {...props} typed={typedRate} unit="%" />;
    case 'time':
      return <TypedInput {...props} typed={typedTime} />;
    case 'instant':
      return <TypedInput {...props} typed={typedInstant} unit={translate('kindEditor.beijing')} />;
    case 'day':
      return <DayInput {...props} />;
    case 'flag':
      return <FlagInput {...props} />;
    case 'choice':
      return <ChoiceInput {...props} choices={control.choices} />;
    case 'choices':
      return <SeveralInput {...props} choices={control.choices} none={control.none} />;
    case 'maybe':
      return <MaybeEditor {...props} of={control.of} absent={text(control.absent)} />;
    case 'record':
      return <MembersEditor {...props} fields={control.fields} />;
    case 'list':
      return <ListEditor {...props} control={control} Editor={FieldEditor} />;
    case 'variant':
      return <VariantEditor {...props} tag={control.tag} options={control.options} />;
  }
}

function DayInput({ field, value, path, faults, onChange }: FieldProps): ReactNode {
  const text = useText2();
  const wrong = faultsAt(faults, path);
  return (
    <DateField
      label={text(field.label)}
      value={typeof value === 'string' ? value : ''}
      error={wrong.length > 0}
      helperText={wrong[0] ? text(wrong[0].text) : field.help && text(field.help)}
      onChange={onChange}
    />
  );
}

/** A value that may be absent: a tick says so, in the words of what that means. */
function MaybeEditor({ of, absent, ...props }: FieldProps & { of: AnyField; absent: string }): ReactNode {
  const text = useText2();
  const { value, onChange } = props;
  // A case that was written before the field was there says nothing of it.
  const isAbsent = value === null || value === undefined;
  const tick = (
    <FormControlLabel
      label={isAbsent ? `${text(of.label)}${text(signs.colon)}${absent}` : absent}
      control={
        <Checkbox
          checked={isAbsent}
          onChange={(_event, checked) => {
            onChange(checked ? null : of.empty);
          }}
        />
      }
    />
  );
  if (isAbsent) return <Box sx={{ alignSelf: 'center' }}>{tick}</Box>;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 1, alignItems: 'start' }}>
      <FieldEditor {...props} field={of} />
      {tick}
    </Box>
  );
}

/** Whether a field wants the whole width: texts of two languages, long texts and everything that holds more than one value. */
function isWide({ control }: AnyField): boolean {
  if (control.type === 'maybe') return isWide(control.of);
  const wide = control.type === 'text' ? control.lines === 'many' : false;
  return wide || ['text2', 'list', 'record', 'variant'].includes(control.type);
}

interface MembersProps extends FieldProps {
  fields: Readonly<Record<string, AnyField>>;
}

function MembersEditor({ fields, field, value, path, faults, onChange }: MembersProps): ReactNode {
  const text = useText2();
  const members = Object.entries(fields).map(([name, member]) => (
    <Box key={name} sx={{ minWidth: 0, ...(isWide(member) ? { gridColumn: '1 / -1' } : {}) }}>
      <FieldEditor
        field={member}
        value={memberOf(value, name)}
        path={under(path, name)}
        faults={faults}
        onChange={(next) => {
          onChange(withMember(value, name, next));
        }}
      />
    </Box>
  ));
  const grid = { display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' } as const;
  // A record within a record is framed by its name; the content itself and the items of lists stand in frames already.
  if (path === '' || /(?:^|\.)\d+$/.test(path)) return <Box sx={grid}>{members}</Box>;
  return (
    <Box
      component="fieldset"
      sx={{ ...grid, border: '1px solid', borderColor: 'tokens.line', borderRadius: 1, p: 2, m: 0 }}
    >
      <Box component="legend" sx={{ fontSize: 13, color: 'tokens.ink2', px: 0.5 }}>
        {text(field.label)}
      </Box>
      {members}
    </Box>
  );
}

interface VariantProps extends FieldProps {
  tag: string;
  options: Readonly<Record<string, AnyField>>;
}

/** First what it is, then what that has. */
function VariantEditor({ tag, options, ...props }: VariantProps): ReactNode {
  const { field, value, path, faults, onChange } = props;
  const name = String(memberOf(value, tag));
  const option = options[name];
  const names = Object.fromEntries(Object.entries(options).map(([one, { label }]) => [one, label]));
  const members = option?.control.type === 'record' ? option.control.fields : {};
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <ChoiceInput
        field={field}
        value={name}
        path={path}
        faults={faults}
        choices={names}
        onChange={(next) => {
          const empty = options[String(next)]?.empty;
          onChange({ [tag]: next, ...(typeof empty === 'object' ? empty : {}) });
        }}
      />
      {Object.entries(members).map(([own, member]) => (
        <FieldEditor
          key={`${name}.${own}`}
          field={member}
          value={memberOf(value, own)}
          path={under(path, own)}
          faults={faults}
          onChange={(next) => {
            onChange(withMember(value, own, next));
          }}
        />
      ))}
    </Box>
  );
}
