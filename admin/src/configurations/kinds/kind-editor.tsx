import { describedKinds, type Fault, type Json, type KindName } from '@linggong/studio/domain';
import type { ReactNode } from 'react';
import { FieldEditor } from './field-editor';
import { FieldView } from './field-view';

interface KindEditorProps {
  kind: KindName;
  content: Json;
  faults: readonly Fault[];
  readOnly?: boolean;
  onChange?: (content: Json) => void;
}

/**
 * Editor of the kinds whose contents are described by fields: limits, tax parameters, sampling plans, checklists, clocks, templates,
 * procedures, criteria, scenarios, calendars and policies. Tables and forms have editors of their own.
 */
export default function KindEditor({ kind, content, faults, readOnly = false, onChange }: KindEditorProps): ReactNode {
  const described = describedKinds.find((one) => one.kind === kind);
  if (described === undefined) return null;
  if (readOnly || onChange === undefined) return <FieldView field={described.contentField} value={content} />;
  return (
    <FieldEditor
      field={described.contentField}
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
