import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useBlocker } from 'react-router-dom';

/** Another tab of the same page leaves nothing behind. */
const pageOf = ({ pathname }: Place): string => pathname;

type Place = Pick<Location, 'pathname' | 'search'>;

/**
 * Asks before what was typed is lost, on leaving the page and on closing the tab.
 * @param placeOf what has to stay the same so that nothing is left
 */
export function useLeaveGuard(dirty: boolean, placeOf: (place: Place) => string = pageOf): void {
  const translate = useTranslate();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && placeOf(currentLocation) !== placeOf(nextLocation),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(translate('form.leave'))) blocker.proceed();
    else blocker.reset();
  }, [blocker, translate]);
  useUnloadGuard(dirty);
}

/** While it stands, the way back of the browser does not lose what was filled in above the page: it is asked first, in place. */
export function StayOnPage({ ask }: { ask: () => void }): null {
  // Whoever is signed out is not held: he could send nothing any more.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && nextLocation.pathname !== '/login',
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    blocker.reset();
    ask();
  }, [blocker, ask]);
  return null;
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
