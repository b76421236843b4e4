import { RE2JS } from 're2js';
import type { Json } from '../../kind';
import { isRange } from './cells';
import type { Edge, TableCondition, TableRange, TableScalar } from './shape';

/** Whether a condition holds for a value. What was not sent fulfils no condition, not even one that excludes. */
export function holds(condition: TableCondition, value: Json | undefined): boolean {
  if (value === undefined || value === null) return false;
  if ('is' in condition) return condition.is === value;
  if ('in' in condition) return condition.in.includes(value as TableScalar);
  if ('notIn' in condition) return !condition.notIn.includes(value as TableScalar);
  if ('matches' in condition) return typeof value === 'string' && compiled(condition.matches).matcher(value).find();
  return isRange(condition) && (typeof value === 'number' || typeof value === 'string') && within(condition, value);
}

function within(range: TableRange, value: Edge): boolean {
  return (
    (range.from === undefined || compare(value, range.from) >= 0) &&
    (range.above === undefined || compare(value, range.above) > 0) &&
    (range.to === undefined || compare(value, range.to) <= 0) &&
    (range.below === undefined || compare(value, range.below) < 0)
  );
}

/** Numbers by size; days by their text, which sorts as they do. */
function compare(left: Edge, right: Edge): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

const patterns = new Map<string, RE2JS>();
const patternsKept = 1_000;

/** A pattern ready to be asked; the last ones are kept. @throws where RE2 cannot take it */
function compiled(pattern: string): RE2JS {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  if (patterns.size >= patternsKept) patterns.clear();
  const made = RE2JS.compile(pattern);
  patterns.set(pattern, made);
  return made;
}

/** Whether a pattern is one that RE2 takes, which asks in time linear in the text: no look-around, no back-references. */
export function isPattern(pattern: string): boolean {
  try {
    compiled(pattern);
    return true;
  } catch {
    return false;
  }
}
