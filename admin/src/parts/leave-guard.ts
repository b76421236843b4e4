import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useBlocker } from 'react-router-dom';

/** Asks before what was typed is lost, on leaving the page and on closing the tab. */
export function useLeaveGuard(dirty: boolean): void {
  const translate = useTranslate();
  // Another tab of the same page leaves nothing behind.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(translate('form.leave'))) blocker.proceed();
    else blocker.reset();
  }, [blocker, translate]);
  useUnloadGuard(dirty);
}

/** Asks before the tab is closed or loaded anew over what was typed. */
export function useUnloadGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [dirty]);
}
