import fc from 'fast-check';
import { canary, nasty } from './nasty';

type Path = readonly (string | number)[];

/** What is done to a value that fits. */
export type Mutation =
  | { readonly kind: 'none' }
  | { readonly kind: 'replace' | 'remove' | 'add'; readonly place: number; readonly value: unknown };

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Mutation>({ kind: 'none' }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('replace' as const, 'replace' as const, 'remove' as const, 'add' as const),
      place: fc.nat(1_000),
      value: nasty,
    }),
  },
);

/** One place of the value replaced, left out, or given a field that nobody declared. */
export function mutated(value: unknown, how: Mutation): unknown {
  if (how.kind === 'none') return value;
  const places = [...placesOf(value, [])];
  const place = places[how.place % places.length] ?? [];
  return changed(value, place, how);
}

function* placesOf(value: unknown, path: Path): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value).slice(0, 20)) {
    yield* placesOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function changed(value: unknown, path: Path, how: Exclude<Mutation, { kind: 'none' }>): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return changedHere(value, how);
  if (Array.isArray(value)) {
    const left = how.kind === 'remove' && rest.length === 0 ? [] : [changed(value[Number(key)], rest, how)];
    return [...value.slice(0, Number(key)), ...left, ...value.slice(Number(key) + 1)];
  }
  // `placesOf` gave this path, so each of its steps is an object or an array.
  const { [key]: child, ...others } = value as Record<string, unknown>;
  if (how.kind === 'remove' && rest.length === 0) return others;
  return { ...others, [key]: changed(child, rest, how) };
}

function changedHere(value: unknown, how: Exclude<Mutation, { kind: 'none' }>): unknown {
  if (how.kind !== 'add') return how.value;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? { ...value, [canary]: canary } : { [canary]: canary };
}
