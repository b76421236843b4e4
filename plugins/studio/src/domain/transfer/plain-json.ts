/** Levels of a JSON document; what people configure has a handful. */
const depthMax = 100;

/**
 * Whether a parsed document is one that can be walked and stored: not too deep for those who recurse into it, and without characters that
 * the database has no place for (NUL, half of a surrogate pair) or that turn the direction of a text, so that it reads otherwise than it is kept.
 */
export function isPlainJson(document: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (depth > depthMax) return false;
    if (typeof value === 'string' && !isStorable(value)) return false;
    if (typeof value !== 'object' || value === null) continue;
    if (!Object.keys(value).every(isStorable)) return false;
    for (const inner of Object.values(value)) open.push({ value: inner, depth: depth + 1 });
  }
  return true;
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && !/[\p{Surrogate}\p{Bidi_Control}]/u.test(text);
}
