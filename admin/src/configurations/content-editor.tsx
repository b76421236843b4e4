import type { Fault, Json, KindName } from '@linggong/studio/domain';
import { Skeleton } from '@mui/material';
import { lazy, Suspense, type ReactNode } from 'react';
import { ContentView } from './content-view';

export interface ContentEditorProps {
  kind: KindName;
  content: Json;
  faults: readonly Fault[];
  hints: readonly Fault[];
  readOnly?: boolean;
  onChange?: (content: Json) => void;
}

const DecisionTableEditor = lazy(() => import('./decision-table/decision-table-editor'));
const KindEditor = lazy(() => import('./kinds/kind-editor'));

/** The content of a version by the editor of its kind; to be read where nothing may be changed. */
export function ContentEditor(props: ContentEditorProps): ReactNode {
  const { kind, content } = props;
  if (kind === 'form') return <ContentView kind={kind} content={content} />;
  return (
    <Suspense fallback={<Skeleton variant="rounded" height={240} />}>
      {kind === 'decision-table' ? <TableEditor {...props} /> : <KindEditor {...props} />}
    </Suspense>
  );
}

/** While a table is edited its faults and hints are those of the moment, not those of what was saved. */
function TableEditor({ content, faults, hints, readOnly = false, onChange }: ContentEditorProps): ReactNode {
  return (
    <DecisionTableEditor
      content={content}
      readOnly={readOnly}
      {...(onChange && { onChange })}
      {...(readOnly && { faults, hints })}
    />
  );
}
