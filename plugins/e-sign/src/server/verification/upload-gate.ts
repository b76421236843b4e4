import type { Readable } from 'node:stream';

/** How many files may be in hand, and whose. */
export interface UploadGate {
  /** Runs `use` where there is room, for this address too; else gives undefined at once. */
  enter<R>(address: string, use: () => Promise<R>): Promise<R> | undefined;
}

/** So many files at once, and one of an address: a few slow senders must not keep everybody else out. */
export function createUploadGate(together: number): UploadGate {
  const inHand = new Set<string>();
  return {
    enter: (address, use) => {
      if (inHand.size >= together || inHand.has(address)) return undefined;
      inHand.add(address);
      return use().finally(() => inHand.delete(address));
    },
  };
}

/** Ends an upload that is not done after so long: whoever sends byte by byte holds a place. */
export async function withinTime<R>(request: Readable, timeMs: number, use: () => Promise<R>): Promise<R> {
  const timer = setTimeout(() => request.destroy(), timeMs);
  try {
    return await use();
  } finally {
    clearTimeout(timer);
  }
}
