import { useCallback, useEffect, useRef } from 'react';

/** Tells a late answer whether who asked is still there: the page not left, the dialog not closed. */
export function useStillHere(open = true): () => boolean {
  const here = useRef(false);
  useEffect(() => {
    here.current = open;
    return () => {
      here.current = false;
    };
  }, [open]);
  return useCallback(() => here.current, []);
}
