import type { AnyField, Json } from '@linggong/studio/domain';
import type { ReactNode } from 'react';
import { FieldEditor } from './field-editor';
import { FieldView } from './field-view';

interface AskedInputProps {
  asked: AnyField;
  value: Json;
  /** Places that cannot be asked as they stand. */
  wrong: readonly string[];
  readOnly: boolean;
  onChange: (value: Json) => void;
}

const unasked = { zh: '请重新填写', en: 'Fill this in again' } as const;

/** What a test case asks of a described content, by the same inputs as the content itself. */
export default function AskedInput({ asked, value, wrong, readOnly, onChange }: AskedInputProps): ReactNode {
  if (readOnly) return <FieldView field={asked} value={value} />;
  return (
    <FieldEditor
      field={asked}
      value={value}
      path=""
      faults={wrong.map((path) => ({ path, code: 'unasked', text: unasked }))}
      onChange={(next) => {
        // As in the editor of contents: inputs make JSON of the shape that is asked.
        onChange(next as Json);
      }}
    />
  );
}
