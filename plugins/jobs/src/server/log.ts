/** Where this plugin writes what happened; Strapi's logger fits. Lines never hold payloads or messages of faults. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The same line again is written at most so often: a store that is away is met several times a second by every queue. */
const sameLineMs = 30_000;

export function paced(write: (line: string) => void): (line: string) => void {
  const writtenMs = new Map<string, number>();
  return (line) => {
    const nowMs = performance.now();
    if (nowMs - (writtenMs.get(line) ?? -sameLineMs) < sameLineMs) return;
    writtenMs.set(line, nowMs);
    write(line);
  };
}
