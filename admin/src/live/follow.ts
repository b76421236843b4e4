import { createEventReader } from './event-reader';

/** How a stream came to its end: what it tells of is over, the server wants it opened anew, or it was cut or refused. */
export type StreamOutcome = 'done' | 'renew' | 'cut';

interface Follow {
  /** Opens it; the sign-in goes in a header, never in the address. */
  open: (signal: AbortSignal) => Promise<Response>;
  onData: (data: unknown) => void;
  signal: AbortSignal;
  /** The server says something at least every 15 s; silent for so long, the line is cut although nobody says so. */
  silenceMs?: number;
}

/** Follows a stream of events to its end. Never throws: whoever follows goes on by asking. */
export async function follow({ open, onData, signal, silenceMs = 40_000 }: Follow): Promise<StreamOutcome> {
  const cut = new AbortController();
  const stop = (): void => {
    cut.abort();
  };
  signal.addEventListener('abort', stop, { once: true });
  let silence = setTimeout(stop, silenceMs);
  try {
    const response = await open(cut.signal);
    const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream') === true;
    if (!response.ok || !isStream || response.body === null) return 'cut';
    const reader = response.body.getReader();
    const text = new TextDecoder();
    const events = createEventReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return 'cut';
      clearTimeout(silence);
      silence = setTimeout(stop, silenceMs);
      for (const { name, data } of events(text.decode(value, { stream: true }))) {
        if (name === 'end') return endOf(data);
        if (name === 'progress') onData(JSON.parse(data));
      }
    }
  } catch {
    return 'cut';
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', stop);
    cut.abort();
  }
}

function endOf(data: string): StreamOutcome {
  const { reason } = JSON.parse(data) as { reason?: unknown };
  return reason === 'done' || reason === 'renew' ? reason : 'cut';
}

/** Before it is tried again after so many cuts in a row, in ms: 2 s, doubled up to a minute. */
export function retryAfterMs(cuts: number): number {
  return Math.min(60_000, 2_000 * 2 ** Math.max(0, cuts - 1));
}
