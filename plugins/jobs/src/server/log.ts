/** Where this plugin writes what happened; Strapi's logger fits. Lines never hold payloads or messages of faults. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
