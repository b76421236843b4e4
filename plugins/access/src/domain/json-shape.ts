/** Deepest nesting and widest object of a JSON body; no operation of ours comes near. */
export const jsonShape = { depthMax: 32, keysMax: 2_000 } as const;

/**
 * Whether a parsed JSON value is nested deeper or has wider objects than any operation reads. What works on a value afterwards may
 * call itself for each level, and a body of 1 MiB can hold half a million of them.
 */
export function isShapeExcessive(value: unknown): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  // Every round takes one node of a finite value off the list.
  for (let node = open.pop(); node; node = open.pop()) {
    if (typeof node.value !== 'object' || node.value === null) continue;
    if (node.depth > jsonShape.depthMax) return true;
    const children: unknown[] = Array.isArray(node.value) ? node.value : Object.values(node.value);
    if (!Array.isArray(node.value) && children.length > jsonShape.keysMax) return true;
    for (const child of children) open.push({ value: child, depth: node.depth + 1 });
  }
  return false;
}
