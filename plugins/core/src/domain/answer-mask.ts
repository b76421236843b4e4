/**
 * An answer without the fields that its reader does not see (字段脱除), at whatever depth they stand. What is no plain object or list –
 * instants, whole numbers, buffers – stays as it is.
 */
export function withoutFields(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (hidden.size === 0) return value;
  if (Array.isArray(value)) return value.map((item) => withoutFields(item, hidden));
  if (!isPlain(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !hidden.has(name));
  return Object.fromEntries(kept.map(([name, item]) => [name, withoutFields(item, hidden)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
