import { lazy, Suspense, type ReactNode } from 'react';
import { useMay } from '../session/use-me';

const RatingCard = lazy(() => import('./rating-card'));

/** The rating card; its words come when the page of an enterprise is looked at by somebody who may read ratings. */
export function LazyRatingCard({ enterpriseId }: { enterpriseId: number }): ReactNode {
  const may = useMay();
  if (!may('enterprise-ratings', 'show')) return null;
  return (
    <Suspense fallback={null}>
      <RatingCard enterpriseId={enterpriseId} />
    </Suspense>
  );
}
