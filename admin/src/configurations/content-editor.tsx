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

const KindEditor = lazy(() => import('./kinds/kind-editor'));

/** Kinds with an editor of their own; all others are described by fields and edited by these. */
const ownEditors: ReadonlySet<KindName> = new Set<KindName>(['decision-table', 'form']);

/** The content of a version by the editor of its kind; to be read where nothing may be changed. */
export function ContentEditor(props: ContentEditorProps): ReactNode {
  const { kind, content } = props;
  if (ownEditors.has(kind)) return <ContentView kind={kind} content={content} />;
  return (
    <Suspense fallback={<Skeleton variant="rounded" height={240} />}>
      <KindEditor {...props} />
    </Suspense>
  );
}
