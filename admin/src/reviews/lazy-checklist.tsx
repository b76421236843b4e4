import { lazy, Suspense, type ReactNode } from 'react';
import type { Review, Standing, Verdict } from './review';

const Checklist = lazy(() => import('./checklist'));

interface LazyChecklistProps {
  /** Absent while it is asked for. */
  review: Review | undefined;
  verdict: Verdict | undefined;
  onChange: (standing: Standing) => void;
}

/** The criteria on the sheet of a step that judges them; nothing on other sheets. It comes when the first such sheet is opened. */
export function LazyChecklist({ review, verdict, onChange }: LazyChecklistProps): ReactNode {
  if (review === undefined || verdict === undefined) return null;
  return (
    <Suspense fallback={null}>
      <Checklist
        key={verdict}
        review={review}
        verdict={verdict}
        onChange={(criteria, ready) => {
          onChange({ criteria, ready });
        }}
      />
    </Suspense>
  );
}
