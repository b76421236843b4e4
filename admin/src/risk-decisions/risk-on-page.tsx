import { lazy, Suspense, type ReactNode } from 'react';
import { useMay } from '../session/use-me';

const RiskCards = lazy(() => import('./risk-cards'));

/** What risk knows of somebody, for those who may read decisions; nothing for anybody else. */
export function RiskOnPage(subject: { kind: 'worker' | 'enterprise'; id: number }): ReactNode {
  if (!useMay()('risk-decisions', 'show')) return null;
  return (
    <Suspense fallback={null}>
      <RiskCards {...subject} />
    </Suspense>
  );
}
