import type { z } from 'zod';
import { directionMarkPath, unsafeTextPath } from '../../domain/unsafe-text';
import { InputProblem } from './input-problem';
import { fieldFaults } from './issue-text';
import { textNotStorable, textTurned } from './problems';

/**
 * Parses one part of a request with its closed schema.
 * @throws Problem 400 `input-invalid` naming the fields, `text-not-storable`, or `text-turned` of a body.
 */
export function parseInput(schema: z.ZodType, value: unknown, part: 'params' | 'query' | 'body'): unknown {
  if (part === 'body') demandStorable(value, part);
  else demandHeld(value, part);
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new InputProblem(fieldFaults(parsed.error.issues, part));
}

/**
 * Every text in a parsed value can be stored as it was sent and reads as it is stored. For what a handler parses itself, such as a field of a form.
 * @throws Problem 400 `text-not-storable` or `text-turned` naming the text, or `part` where its path does not fit an answer
 */
export function demandStorable(value: unknown, part: string): void {
  demandHeld(value, part);
  const turned = directionMarkPath(value);
  if (turned !== undefined) throw textTurned(turned || part);
}

/** What is only asked for need not read well; it has to be a text. */
function demandHeld(value: unknown, part: string): void {
  const unsafe = unsafeTextPath(value);
  if (unsafe !== undefined) throw textNotStorable(unsafe || part);
}

/** Query string as flat texts; a key sent twice becomes a list, which a schema of one text refuses. */
export function queryValues(querystring: string): Record<string, string | string[]> {
  const values = new Map<string, string | string[]>();
  for (const [key, value] of new URLSearchParams(querystring)) {
    const before = values.get(key);
    values.set(key, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]);
  }
  return Object.fromEntries(values);
}
