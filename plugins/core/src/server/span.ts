import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';

/** What the time of a request or a job goes into: one of the four parts of trust, or the work itself. */
export type SpanPart = 'encryption' | 'masking' | 'permission' | 'audit' | 'work';

/** What a span tells: its own milliseconds, without those of the spans within it. */
export interface SpanTold {
  readonly part: SpanPart;
  readonly ownMs: number;
}

/** Whoever wants to know listens here (`node:diagnostics_channel`); without a listener a span is one look at a property. */
export const spans = channel('linggong.spans');

interface Frame {
  /** Milliseconds of the spans that ran within this one. */
  within: number;
}

const frames = new AsyncLocalStorage<Frame>();

/** A part of trust that calls another stays one span: what it calls counts as its own. */
let isInSync = false;

/** Times asynchronous work. Spans that run at once within one count twice, in it and in the sum of all. */
export async function span<T>(part: SpanPart, run: () => Promise<T>): Promise<T> {
  if (!spans.hasSubscribers) return run();
  const around = frames.getStore();
  const frame: Frame = { within: 0 };
  const begun = performance.now();
  try {
    return await frames.run(frame, run);
  } finally {
    tell(part, performance.now() - begun, frame.within, around);
  }
}

/** Times work that waits for nothing, such as a seal. */
export function spanNow<T>(part: SpanPart, run: () => T): T {
  if (!spans.hasSubscribers || isInSync) return run();
  isInSync = true;
  const begun = performance.now();
  try {
    return run();
  } finally {
    isInSync = false;
    tell(part, performance.now() - begun, 0, frames.getStore());
  }
}

function tell(part: SpanPart, tookMs: number, withinMs: number, around: Frame | undefined): void {
  if (around) around.within += tookMs;
  spans.publish({ part, ownMs: Math.max(0, tookMs - withinMs) } satisfies SpanTold);
}
