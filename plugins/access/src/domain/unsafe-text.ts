/**
 * Path of the first text (or key) that a PostgreSQL text column cannot hold as it was sent: NUL, which the server refuses,
 * or half a surrogate pair, which the driver would silently replace. Undefined where all is well.
 */
export function unsafeTextPath(value: unknown): string | undefined {
  const open: { path: string; value: unknown }[] = [{ path: '', value }];
  // Every round takes one node of a finite parsed JSON value off the list.
  for (let node = open.pop(); node; node = open.pop()) {
    if (typeof node.value === 'string' && isUnsafeText(node.value)) return node.path;
    if (typeof node.value !== 'object' || node.value === null) continue;
    for (const [key, child] of Object.entries(node.value)) {
      if (isUnsafeText(key)) return node.path;
      open.push({ path: node.path ? `${node.path}.${key}` : key, value: child });
    }
  }
  return undefined;
}

const halfPair = /\p{Surrogate}/u;

/** True of a text that PostgreSQL cannot hold as it was sent. */
export function isUnsafeText(text: string): boolean {
  return text.includes('\u0000') || halfPair.test(text);
}
