import { lazy, Suspense, type ReactNode } from 'react';
import { useMay } from '../session/use-me';

const RecordById = lazy(() => import('../form-records/record-by-id'));

/** What was told in a complaint, personal values as their masks: whoever answers it reads it where he answers. */
export function ComplaintTold({ recordId }: { recordId: number }): ReactNode {
  if (!useMay()('form-records', 'show')) return null;
  return (
    <Suspense fallback={null}>
      <RecordById id={recordId} />
    </Suspense>
  );
}
