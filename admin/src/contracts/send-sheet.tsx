import { Suspense, type ReactNode } from 'react';
import { lazyPage } from '../lazy-page';
import type { SendContractsProps } from './send-contracts';

const SendContracts = lazyPage(() => import('./send-contracts'));

/** The sheet that sends contracts for signing, loaded when it is first opened and filled anew each time. */
export function SendSheet(props: SendContractsProps): ReactNode {
  if (!props.open) return null;
  return (
    <Suspense fallback={null}>
      <SendContracts {...props} />
    </Suspense>
  );
}
