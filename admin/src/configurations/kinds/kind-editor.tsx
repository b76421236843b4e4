import { describedKinds, type AnyField, type Fault, type Json, type KindName } from '@linggong/studio/domain';
import type { ReactNode } from 'react';
import { FieldEditor } from './field-editor';
import { FieldView } from './field-view';

interface KindEditorProps {
  kind: KindName;
  content: Json;
  faults: readonly Fault[];
  readOnly?: boolean;
  /** Members that mean nothing for this content: they are kept as they are, and not shown. */
  without?: readonly string[];
  onChange?: (content: Json) => void;
}

/**
 * Editor of the kinds whose contents are described by fields: limits, tax parameters, sampling plans, checklists, clocks, templates,
 * procedures, criteria, scenarios, calendars and policies. Tables and forms have editors of their own.
 */
export default function KindEditor(props: KindEditorProps): ReactNode {
  const { kind, content, faults, readOnly = false, without = [], onChange } = props;
  const described = describedKinds.find((one) => one.kind === kind);
  if (described === undefined) return null;
  const field = lessened(described.contentField, without);
  if (readOnly || onChange === undefined) return <FieldView field={field} value={content} />;
  return (
    <FieldEditor
      field={field}
      value={content}
      path=""
      faults={faults}
      onChange={(next) => {
        // What the inputs of a described content make is JSON of its shape; the server parses it again.
        onChange(next as Json);
      }}
    />
  );
}

function lessened(field: AnyField, without: readonly string[]): AnyField {
  const { control } = field;
  if (control.type !== 'record' || without.length === 0) return field;
  const fields = Object.fromEntries(Object.entries(control.fields).filter(([name]) => !without.includes(name)));
  return { ...field, control: { type: 'record', fields } };
}
