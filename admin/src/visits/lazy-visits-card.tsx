import { lazy, Suspense, type ReactNode } from 'react';
import { useMay } from '../session/use-me';

const VisitsCard = lazy(() => import('./visits-card'));

/** The visits of an enterprise, loaded beside the rest of its page. */
export function LazyVisitsCard({ enterpriseId, state }: { enterpriseId: number; state: string }): ReactNode {
  if (!useMay()('enterprises', 'see-visits')) return null;
  return (
    <Suspense fallback={null}>
      <VisitsCard enterpriseId={enterpriseId} state={state} />
    </Suspense>
  );
}
