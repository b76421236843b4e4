import { useEffect, useState } from 'react';

/** As long as somebody types, who reads what is typed waits; a pause of this length shows it. */
const pauseMs = 120;

/**
 * A value a moment behind: for what is drawn or found anew from everything that is typed. Not `useDeferredValue`: while React 18 renders
 * such a value in slices, a state that a timer sets meanwhile may be lost, and a menu that was closing stayed as a layer that took clicks.
 */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(() => value);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}
