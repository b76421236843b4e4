import { canControl, type FormContent, type FormField } from '@linggong/studio/domain';
import { Box, MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { DateField } from '../../parts/date-field';
import { useText2 } from '../../parts/text2';
import { CountField } from './count-field';
import { MoneyField } from './money-field';
import { Row } from './row';
import { useWords } from './words';

type ShownIf = NonNullable<FormField['shownIf']>;

interface ShownIfFieldsProps {
  content: FormContent;
  field: FormField;
  readOnly: boolean;
  fault: string | undefined;
  onChange: (shownIf: ShownIf | undefined) => void;
}

/** When the field is asked (显示条件), picked and not typed: the other field, and its values or its range. */
export function ShownIfFields({ content, field, readOnly, fault, onChange }: ShownIfFieldsProps): ReactNode {
  const word = useWords();
  const text = useText2();
  const others = content.fields.filter((one) => one.id !== field.id && one.retired !== true && canControl(one));
  const condition = field.shownIf;
  const controller = others.find(({ id }) => id === condition?.field);
  return (
    <Row>
      <TextField
        select
        label={word('shownIf')}
        value={controller?.id ?? ''}
        disabled={readOnly}
        error={fault !== undefined}
        helperText={fault}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        onChange={({ target }) => {
          const next = others.find(({ id }) => id === target.value);
          onChange(next && begun(next));
        }}
      >
        <MenuItem value="">{word('always')}</MenuItem>
        {others.map(({ id, label }) => (
          <MenuItem key={id} value={id}>
            {text(label) || id}
          </MenuItem>
        ))}
      </TextField>
      {condition !== undefined && controller !== undefined && (
        <Condition condition={condition} controller={controller} readOnly={readOnly} onChange={onChange} />
      )}
    </Row>
  );
}

function begun(controller: FormField): ShownIf {
  if (controller.type === 'choice' || controller.type === 'choices') return { field: controller.id, in: [] };
  return { field: controller.id };
}

interface ConditionProps {
  condition: ShownIf;
  controller: FormField;
  readOnly: boolean;
  onChange: (shownIf: ShownIf) => void;
}

function Condition({ condition, controller, readOnly, onChange }: ConditionProps): ReactNode {
  const word = useWords();
  const text = useText2();
  if (controller.type === 'choice' || controller.type === 'choices') {
    const picked = 'in' in condition ? condition.in.map(String) : 'is' in condition ? [String(condition.is)] : [];
    return (
      <TextField
        select
        label={word('isOneOf')}
        value={picked}
        disabled={readOnly}
        slotProps={{ select: { multiple: true } }}
        onChange={({ target }) => {
          const values: unknown = target.value;
          onChange({ field: condition.field, in: Array.isArray(values) ? values.map(String) : [] });
        }}
      >
        {controller.choices.map(({ value, label }) => (
          <MenuItem key={value} value={value}>
            {text(label) || value}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  const range = rangeOf(condition);
  return (
    <Box sx={{ display: 'contents' }}>
      {(['from', 'to'] as const).map((side) => (
        <Bound
          key={side}
          label={word(side === 'from' ? 'min' : 'max')}
          type={controller.type}
          value={range[side]}
          readOnly={readOnly}
          onChange={(value) => {
            const { from, to } = side === 'from' ? { ...range, from: value } : { ...range, to: value };
            onChange({
              field: condition.field,
              ...(from === undefined ? {} : { from }),
              ...(to === undefined ? {} : { to }),
            });
          }}
        />
      ))}
    </Box>
  );
}

interface Range {
  from?: string | number | undefined;
  to?: string | number | undefined;
}

/** One value is the range from it to it. */
function rangeOf(condition: ShownIf): Range {
  if ('is' in condition) return { from: condition.is, to: condition.is };
  return 'in' in condition ? {} : condition;
}

interface BoundProps {
  label: string;
  type: FormField['type'];
  value: string | number | undefined;
  readOnly: boolean;
  onChange: (value: string | number | undefined) => void;
}

function Bound({ label, type, value, readOnly, onChange }: BoundProps): ReactNode {
  if (type === 'date') {
    return (
      <DateField
        label={label}
        value={typeof value === 'string' ? value : ''}
        onChange={(day) => {
          if (!readOnly) onChange(day === '' ? undefined : day);
        }}
      />
    );
  }
  const number = typeof value === 'number' ? value : undefined;
  return type === 'money' ? (
    <MoneyField label={label} fen={number} onChange={onChange} disabled={readOnly} />
  ) : (
    <CountField label={label} value={number} onChange={onChange} readOnly={readOnly} decimal />
  );
}
