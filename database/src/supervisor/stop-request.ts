/**
 * SIGTERM or SIGINT, heard from the very first moment on: whoever stops a start in its middle must not leave a server or a
 * child behind. Children get the signal as their `signal` and end with it.
 */
export function listenForStop(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.on(name, () => controller.abort());
  }
  return controller.signal;
}

/** Settles once the stop is asked for. */
export function stopAsked(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** What a child, a prompt or `throwIfAborted` throws after a stop: no fault, and nothing to report. */
export function isStop(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
