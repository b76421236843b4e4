import { useEffect, useRef, useState } from 'react';
import { headersOf } from '../provider/http';
import { renewToken } from '../session/renew';
import { follow, retryAfterMs } from './follow';

/** Pages keep asking so often where the stream is there, for what no event tells; in ms. */
export const besideLiveMs = 30_000;

async function open(path: string, signal: AbortSignal): Promise<Response> {
  await renewToken();
  return fetch(path, { headers: headersOf({ headers: { 'Cache-Control': 'no-cache' } }), signal });
}

/**
 * Follows a stream of the server while the page is in sight, and says whether it is live: where it is cut – by a proxy, a network, a
 * full server – the page asks by itself until the stream is there again.
 * @param path address of the stream; undefined: nothing is followed
 * @param onData each event's JSON
 */
export function useLive(path: string | undefined, onData: (data: unknown) => void): boolean {
  const [isLive, setLive] = useState(false);
  const hear = useRef(onData);
  useEffect(() => {
    hear.current = onData;
  });
  const isSeen = useSeen();
  useEffect(() => {
    if (path === undefined || !isSeen) return;
    const stop = new AbortController();
    void keepFollowing(path, stop.signal, setLive, (data) => {
      hear.current(data);
    });
    return () => {
      stop.abort();
      setLive(false);
    };
  }, [path, isSeen]);
  return isLive;
}

async function keepFollowing(
  path: string,
  signal: AbortSignal,
  setLive: (isLive: boolean) => void,
  onData: (data: unknown) => void,
): Promise<void> {
  let cuts = 0;
  while (!signal.aborted) {
    const outcome = await follow({
      open: (cut) => open(path, cut),
      signal,
      onData: (data) => {
        cuts = 0;
        setLive(true);
        onData(data);
      },
    });
    if (signal.aborted) return;
    setLive(false);
    if (outcome === 'done') return;
    if (outcome === 'renew') continue;
    cuts += 1;
    await pause(retryAfterMs(cuts), signal);
  }
}

/** Ends early where it is given up, or where the network comes back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      window.removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    window.addEventListener('online', end);
  });
}

/** A browser has six connections to a server for all its tabs: those that nobody looks at keep none. */
function useSeen(): boolean {
  const [isSeen, setSeen] = useState(document.visibilityState !== 'hidden');
  useEffect(() => {
    const look = (): void => {
      setSeen(document.visibilityState !== 'hidden');
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return isSeen;
}
