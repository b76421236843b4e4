import { useState, type ReactNode } from 'react';
import { lazyPage } from '../lazy-page';
import type { SetUpStep } from '../session/me';
import { useMe } from '../session/use-me';

const PasswordPage = lazyPage(() => import('../session/password-page'));
const SecurityPage = lazyPage(() => import('../session/security-page'));

/**
 * What has to be done first stands in the place of every page. Codes that are told once stay there until they are kept, though who is
 * signed in was read anew meanwhile and has nothing left to set up.
 */
export function FirstThings({ children }: { children: ReactNode }): ReactNode {
  const [waiting] = useMe()?.setUp ?? [];
  const [held, setHeld] = useState<SetUpStep | undefined>(undefined);
  const step = held ?? waiting;
  if (step === undefined) return children;
  if (step === 'password-change') return <PasswordPage isFirst />;
  return (
    <SecurityPage
      isFirst
      onTold={(isTold) => {
        setHeld(isTold ? step : undefined);
      }}
    />
  );
}
