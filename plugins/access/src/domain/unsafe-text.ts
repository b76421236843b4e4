/**
 * Path of the first text (or key) that a PostgreSQL text column cannot hold as it was sent: NUL, which the server refuses,
 * or half a surrogate pair, which the driver would silently replace. Undefined where all is well.
 */
export function unsafeTextPath(value: unknown): string | undefined {
  return pathOf(value, isUnsafeText);
}

const halfPair = /\p{Surrogate}/u;

/** True of a text that PostgreSQL cannot hold as it was sent. */
export function isUnsafeText(text: string): boolean {
  return text.includes('\u0000') || halfPair.test(text);
}

/** Embeddings, overrides, isolates and marks of direction (Unicode `Bidi_Control`). Joiners of emoji and of scripts are none of them. */
const directionMark = /\p{Bidi_Control}/u;

/** Fields whose values the domain brings into one form, without marks that a copy from a web page leaves in them. */
const cleanedFields = new Set(['cardHolder', 'cardNumber', 'identityNumber', 'phone', 'uscc']);

/**
 * Path of the first text (or key) with an invisible character that turns the direction of what follows: a title that reads
 * otherwise than it is stored. Undefined where there is none.
 */
export function directionMarkPath(value: unknown): string | undefined {
  return pathOf(value, (text, name) => directionMark.test(text) && !cleanedFields.has(name));
}

/** Path of the first text (or key) that is `bad`; `name` is the key that a text stands at. */
function pathOf(value: unknown, bad: (text: string, name: string) => boolean): string | undefined {
  const open: { path: string; name: string; value: unknown }[] = [{ path: '', name: '', value }];
  // Every round takes one node of a finite parsed JSON value off the list.
  for (let node = open.pop(); node; node = open.pop()) {
    if (typeof node.value === 'string' && bad(node.value, node.name)) return node.path;
    if (typeof node.value !== 'object' || node.value === null) continue;
    for (const [key, child] of Object.entries(node.value)) {
      if (bad(key, '')) return node.path;
      open.push({ path: node.path ? `${node.path}.${key}` : key, name: key, value: child });
    }
  }
  return undefined;
}
