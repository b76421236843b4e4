import { RE2JS } from 're2js';
import { explodes, parsedPattern } from '../shared/exploding';

/** Why a pattern (格式) is refused: no regular expression, none that ends in linear time, or one of a form that explodes elsewhere. */
export type PatternFault = 'pattern-syntax' | 'pattern-unsupported' | 'pattern-explodes';

/**
 * Patterns are matched by RE2, in time linear in the text, so none of them can hang a process (ReDoS, CWE-1333). The schema that we give
 * away may meet an engine that goes back, so what explodes there is refused as well.
 */
export function patternFault(pattern: string): PatternFault | undefined {
  const parsed = parsedPattern(pattern);
  if (parsed === undefined) return 'pattern-syntax';
  if (explodes(parsed)) return 'pattern-explodes';
  return compiled(pattern) === undefined ? 'pattern-unsupported' : undefined;
}

const KEPT_MAX = 500;
const kept = new Map<string, RE2JS | undefined>();

function compiled(pattern: string): RE2JS | undefined {
  if (kept.has(pattern)) return kept.get(pattern);
  if (kept.size >= KEPT_MAX) kept.clear();
  const expression = compile(pattern);
  kept.set(pattern, expression);
  return expression;
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern));
  } catch {
    return undefined;
  }
}

/** Whether the whole text matches. A pattern that has a fault refuses nothing: the fault is told where the form is checked. */
export function matches(pattern: string, text: string): boolean {
  return compiled(pattern)?.matches(text) ?? true;
}
