import { defineKind } from '../../kind';
import { formChanges } from './changes';
import { formContent, type FormContent } from './content';
import { evaluateForm, formInput } from './evaluate';
import { formFaults } from './faults';
import { formHints } from './hints';

export { isRegion } from './check-value';
export { FILE_BYTES_MAX } from './content';
export type { FieldType, FormChoice, FormColumn, FormContent, FormField } from './content';
export { coreFaults, coreFieldsOf, coreOf, type CoreField } from './core-fields';
export { fieldTypeNames, fieldTypes, sensitiveKindOf } from './field-types';
export { inUseFaults, type FieldInUse } from './in-use';
export { jsonSchema, visibleSchema } from './json-schema';
export { problemText } from './problem-text';
export { canBeDemanded } from './obligation';
export { normalised, splitValues, type SensitiveValue } from './record-values';
export { shownFields } from './shown';
export { isSuitable as canControl } from './shown-if-faults';
export { uiSchema } from './ui-schema';
export { validateRecord, withoutHidden } from './validate';
export type { FormValues, ValueProblem } from './value';

/** Forms (表单): what people are asked beside the columns of the house, by operators and without code (R13.1, R2.1). */
export const formKind = defineKind({
  kind: 'form',
  name: { zh: '表单', en: 'Form' },
  content: formContent,
  input: () => formInput,
  blank: (): FormContent => ({ sections: [{ id: 'main', title: { zh: '补充信息', en: 'More' } }], fields: [] }),
  faults: formFaults,
  hints: formHints,
  changes: formChanges,
  evaluate: evaluateForm,
});
