/**
 * What may be logged of a fault: its kind, codes and stack, never its message – the messages of database drivers and parsers
 * quote the values that they choked on, and those may be identity numbers.
 */
export function faultSummary(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const facts = ['code', 'constraint', 'table', 'column', 'routine'].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? [`${name}=${value}`] : [];
  });
  return [error.name, ...facts, ...stackFrames(error)].join(' ');
}

function stackFrames(error: Error): string[] {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 12).map((frame) => `| ${frame.trim()}`);
}
