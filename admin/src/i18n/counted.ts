/** What fills a text in. */
type Options = Readonly<Record<string, unknown>>;

/**
 * A noun stands in the number of the figure beside it: where the caller names no `smart_count`, `count` is it, also as people read it (`1,234`).
 * @example `countedBy({ count: '1' })` picks “1 line” of “%{count} line |||| %{count} lines”
 */
export function countedBy(options: Options | undefined): Record<string, unknown> | undefined {
  if (options === undefined || 'smart_count' in options || !('count' in options)) return options;
  const count = Number(String(options['count']).replaceAll(',', ''));
  return Number.isFinite(count) ? { ...options, smart_count: count } : options;
}
