import type { Fault, FormContent, Json, KindName } from '@linggong/studio/domain';
import { Skeleton } from '@mui/material';
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import type { ReplayReport } from './configuration';
import { findingsOf } from './findings';
import { useKind } from './kind-code';

export interface ContentEditorProps {
  kind: KindName;
  /** Key of the configuration: who asks for it may show more of it. */
  configurationKey: string;
  content: Json;
  faults: readonly Fault[];
  hints: readonly Fault[];
  /** The content that they were found in: what is typed is a moment ahead of them. */
  foundIn?: Json;
  readOnly?: boolean;
  /** What was found when just this content was replayed. */
  replay?: ReplayReport | null;
  /** Goes out to Excel and comes back, where it is a table of a version that is kept. */
  sheets?: { readonly versionId: number; readonly dirty: boolean };
  onChange?: (content: Json) => void;
}

const SheetButtons = lazy(() =>
  import('./decision-table/sheet-buttons').then(({ SheetButtons: part }) => ({ default: part })),
);
const loadTableEditor = () => import('./decision-table/decision-table-editor');
const DecisionTableEditor = lazy(loadTableEditor);
const FormEditor = lazy(() => import('./form/form-editor'));
const KindEditor = lazy(() => import('./kinds/kind-editor'));
const TemplateEditor = lazy(() => import('./template/template-editor'));

const editors: Partial<Record<KindName, ComponentType<ContentEditorProps>>> = {
  'decision-table': TableEditor,
  form: DesignedForm,
  template: TemplateEditor,
};

/** Fetches the editor of a kind before its content is there; one that cannot be fetched is asked for again where it is shown. */
export function fetchEditor(kind: KindName): void {
  if (kind === 'decision-table') loadTableEditor().catch(() => undefined);
}

/** The content of a version by the editor of its kind; to be read where nothing may be changed. */
export function ContentEditor(props: ContentEditorProps): ReactNode {
  const { kind } = props;
  const Editor = editors[kind] ?? KindEditor;
  return (
    <Suspense fallback={<Skeleton variant="rounded" height={240} />}>
      <Editor {...props} />
    </Suspense>
  );
}

function TableEditor(props: ContentEditorProps): ReactNode {
  const { content, faults, hints, foundIn = content, readOnly = false, replay, sheets, onChange } = props;
  return (
    <DecisionTableEditor
      content={content}
      readOnly={readOnly}
      faults={faults}
      hints={hints}
      foundIn={foundIn}
      {...(onChange && { onChange })}
      {...(replay?.state === 'done' && replay.isCurrent && { replay })}
    >
      {sheets && <SheetButtons {...sheets} onTake={readOnly ? undefined : onChange} />}
    </DecisionTableEditor>
  );
}

/** The designer of forms; while one is edited, what is wrong with it is told at once. */
function DesignedForm({
  configurationKey,
  content,
  faults,
  hints,
  readOnly = false,
  onChange,
}: ContentEditorProps): ReactNode {
  const code = useKind('form');
  const now = readOnly || code === undefined ? undefined : findingsOf(code, content);
  return (
    <FormEditor
      formKey={configurationKey}
      // A version holds nothing that its kind did not read, and a content is JSON.
      content={content as unknown as FormContent}
      faults={now?.faults ?? faults}
      hints={now?.hints ?? hints}
      readOnly={readOnly || onChange === undefined}
      onChange={(next) => onChange?.(next as unknown as Json)}
    />
  );
}
