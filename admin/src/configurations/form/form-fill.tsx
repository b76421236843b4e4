import {
  problemText,
  uiSchema,
  validateRecord,
  visibleSchema,
  withoutHidden,
  type FormContent,
  type FormValues,
  type ValueProblem,
} from '@linggong/studio/domain';
import { shanghaiDay } from '@linggong/core/domain';
import { getDefaultRegistry } from '@rjsf/core';
import { Box } from '@mui/material';
import Form from '@rjsf/mui';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import type { ReactNode } from 'react';
import { useLocale } from 'react-admin';
import { FaultList } from '../../parts/fault-list';
import { useText2 } from '../../parts/text2';
import { noValidator } from './fill/no-validator';
import { extraErrorsOf, faultsOfErrors } from './fill/problems';
import { FieldTemplate, ObjectFieldTemplate } from './fill/templates';
import { widgets } from './fill/widgets';
import { FileSending, type SendFormFile } from './fill/send-form-file';

interface FormFillProps {
  form: FormContent;
  value: FormValues;
  onChange: (value: FormValues) => void;
  /** Tells of what must be filled in and is not: once sending was tried. */
  showMissing?: boolean;
  /** Lists on top what is wrong once sending was tried, each a link to its field; where nothing is, `otherwise` stands there. */
  listed?: boolean;
  otherwise?: ReactNode;
  /** Fields whose sealed values stay where nothing is typed: they are not missing. */
  stays?: readonly string[];
  /** What the server refused beyond what is seen here. */
  problems?: readonly ValueProblem[];
  /** Sends a file to the vault; without it files are not taken (preview). */
  sendFile?: SendFormFile;
  readOnly?: boolean;
}

const templates = { FieldTemplate, ObjectFieldTemplate };
/** Numbers are given on as their widgets say: the engine's own field makes minus five fen of a typed «-5». */
const { StringField } = getDefaultRegistry().fields;
const fields = StringField === undefined ? {} : { NumberField: StringField };
/** Nothing is filled in that nobody typed. */
const defaults = { arrayMinItems: { populate: 'never' }, emptyObjectFields: 'skipDefaults' } as const;

/**
 * A form to be filled in (表单填写), by the very functions that the server checks with: what is asked now is drawn by @rjsf, what is
 * wrong is said by `validateRecord`. Answers that others have hidden are dropped.
 */
export default function FormFill(props: FormFillProps): ReactNode {
  const { form, value, onChange, showMissing = false, problems = [], stays = [], sendFile, readOnly = false } = props;
  const { listed = false, otherwise } = props;
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const text = useText2();
  const { shown, problems: found } = validateRecord(form, value, shanghaiDay(new Date()));
  // Schemas of the engine are JSON; ours say so in types of their own.
  const schema = visibleSchema(form, shown, language) as RJSFSchema;
  const ui = { ...uiSchema(form, language), 'ui:submitButtonOptions': { norender: true } } as UiSchema;
  const isMissing = ({ field, code }: ValueProblem): boolean =>
    code === 'required' && (!showMissing || stays.includes(field));
  const told = [...found.filter((one) => !isMissing(one)), ...problems];
  const columnOf = (id: string, column: string): string => {
    const table = form.fields.find((field) => field.id === id);
    const known = table?.type === 'table' ? table.columns.find((one) => one.id === column) : undefined;
    return known === undefined ? column : text(known.label);
  };
  const errors = extraErrorsOf(
    told,
    ({ field, code }) => {
      const [id, , column] = field.split('.');
      const whole = form.fields.find((one) => one.id === id);
      const asked = whole?.type === 'table' ? whole.columns.find((one) => one.id === column) : whole;
      const worded = code === 'pattern' && asked?.type === 'text' ? asked.patternText : undefined;
      return text(worded ?? problemText(code, asked));
    },
    columnOf,
  );
  const faults = listed && showMissing ? faultsOfErrors(errors) : [];
  const labelOf = (id: string): string => text(form.fields.find((one) => one.id === id)?.label ?? { zh: id, en: id });
  return (
    <FileSending.Provider value={sendFile}>
      <Box sx={{ mb: 2, '&:empty': { display: 'none' } }}>
        {faults.length > 0 ? <FaultList faults={faults} label={labelOf} anchor="root_" /> : otherwise}
      </Box>
      <Form
        tagName="div"
        schema={schema}
        uiSchema={ui}
        formData={value}
        validator={noValidator}
        noValidate
        noHtml5Validate
        showErrorList={false}
        extraErrors={errors}
        readonly={readOnly}
        fields={fields}
        widgets={widgets}
        templates={templates}
        experimental_defaultFormStateBehavior={defaults}
        onChange={({ formData }: { formData?: FormValues | undefined }) => {
          onChange(withoutHidden(form, present(formData ?? {})));
        }}
      />
    </FileSending.Provider>
  );
}

/** Without what was emptied again: an absent value is absent. */
function present(values: FormValues): FormValues {
  const said = Object.entries(values).filter(([, value]) => {
    // The engine sets what was emptied to undefined, which JSON does not know.
    const one: unknown = value;
    return one !== undefined && one !== '' && one !== null && !(Array.isArray(one) && one.length === 0);
  });
  return Object.fromEntries(said);
}
