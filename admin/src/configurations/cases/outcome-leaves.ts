import type { Json } from '@linggong/studio/domain';
import { isRecord } from '../../provider/problem';

/** One answer inside of an outcome. Lists are one answer: they are compared whole. */
export interface Leaf {
  /** Names from the outside in; empty for an outcome that is one value. */
  path: readonly string[];
  value: Json;
}

const leavesMax = 200;

/** Which rows hit is told by the trace; what must come out is what was decided. */
const howItCame = 'rows';

/** Every single answer of an outcome, in its own order. */
export function leavesOf(outcome: Json, path: readonly string[] = []): Leaf[] {
  if (!isRecord(outcome)) return [{ path, value: outcome }];
  return Object.entries(outcome)
    .filter(([name, value]) => path.length > 0 || name !== howItCame || !Array.isArray(value))
    .flatMap(([name, value]) => leavesOf(value as Json, [...path, name]))
    .slice(0, leavesMax);
}

/** The expectation with one more answer, or another one. */
export function expecting(expectation: Json, [name, ...deeper]: readonly string[], value: Json): Json {
  if (name === undefined) return value;
  const own = isRecord(expectation) ? (expectation as Readonly<Record<string, Json>>) : {};
  return { ...own, [name]: expecting(own[name] ?? {}, deeper, value) };
}

/** The expectation without an answer: it may then be anything. */
export function notExpecting(expectation: Json, [name, ...deeper]: readonly string[]): Json {
  if (name === undefined || !isRecord(expectation)) return {};
  const own = expectation as Readonly<Record<string, Json>>;
  const rest = Object.fromEntries(Object.entries(own).filter(([other]) => other !== name));
  const kept = deeper.length === 0 ? {} : notExpecting(own[name] ?? {}, deeper);
  return isRecord(kept) && Object.keys(kept).length === 0 ? rest : { ...rest, [name]: kept };
}

/** What is expected at a place; undefined where anything may stand there. */
export function expectedAt(expectation: Json, [name, ...deeper]: readonly string[]): Json | undefined {
  if (name === undefined)
    return isRecord(expectation) && Object.keys(expectation).length === 0 ? undefined : expectation;
  if (!isRecord(expectation) || !(name in expectation)) return undefined;
  const inner = expectation[name] as Json;
  return deeper.length === 0 ? inner : expectedAt(inner, deeper);
}
