import { Suspense, type ReactNode } from 'react';
import { lazyPage } from '../lazy-page';

const ImportWorkers = lazyPage(() => import('./import-workers'));

/** The import of a sheet of workers, loaded when it is first opened. */
export function ImportSheet({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <ImportWorkers open onClose={onClose} />
    </Suspense>
  );
}
