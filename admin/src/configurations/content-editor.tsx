import type { Fault, Json, KindName } from '@linggong/studio/domain';
import type { ReactNode } from 'react';
import { ContentView } from './content-view';

export interface ContentEditorProps {
  kind: KindName;
  content: Json;
  faults: readonly Fault[];
  hints: readonly Fault[];
  readOnly?: boolean;
  onChange?: (content: Json) => void;
}

/** The content of a version by the editor of its kind; to be read where nothing may be changed. */
export function ContentEditor({ kind, content }: ContentEditorProps): ReactNode {
  return <ContentView kind={kind} content={content} />;
}
