import { lazy, Suspense, type ReactNode } from 'react';
import type { RecordCardProps } from './record-card';

const RecordCard = lazy(() => import('./record-card'));

/** What was filled in beside the columns of a thing; the words of forms come when its page is looked at. */
export function LazyRecordCard(props: RecordCardProps): ReactNode {
  return (
    <Suspense fallback={null}>
      <RecordCard {...props} />
    </Suspense>
  );
}
