import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';
import { RE2JS } from 're2js';

/** Why a pattern (格式) is refused: no regular expression, none that ends in linear time, or one of a form that explodes elsewhere. */
export type PatternFault = 'pattern-syntax' | 'pattern-unsupported' | 'pattern-explodes';

const parser = new RegExpParser({ ecmaVersion: 2024 });

/**
 * Patterns are matched by RE2, in time linear in the text, so none of them can hang a process (ReDoS, CWE-1333). The schema that we give
 * away may meet an engine that goes back, so what explodes there is refused as well.
 */
export function patternFault(pattern: string): PatternFault | undefined {
  const parsed = parse(pattern);
  if (parsed === undefined) return 'pattern-syntax';
  if (explodes(parsed)) return 'pattern-explodes';
  return compiled(pattern) === undefined ? 'pattern-unsupported' : undefined;
}

function parse(pattern: string): AST.Pattern | undefined {
  try {
    return parser.parsePattern(pattern, 0, pattern.length, { unicode: true });
  } catch {
    return undefined;
  }
}

/** So many rounds of an outer repetition already multiply what an inner one may try. */
const FEW = 10;

function explodes(pattern: AST.Pattern): boolean {
  let found = false;
  const loops: AST.Quantifier[] = [];
  visitRegExpAST(pattern, {
    onQuantifierEnter(quantifier) {
      if (loops.length > 0 && quantifier.max > quantifier.min) found = true;
      if (quantifier.max > FEW) loops.push(quantifier);
    },
    onQuantifierLeave(quantifier) {
      if (loops.at(-1) === quantifier) loops.pop();
    },
    onGroupEnter: ({ alternatives }) => (found ||= loops.length > 0 && beginAlike(alternatives)),
    onCapturingGroupEnter: ({ alternatives }) => (found ||= loops.length > 0 && beginAlike(alternatives)),
  });
  return found;
}

/** Two ways to take the same first character: `(a|ab)*`, `(\w|\d)*`. */
function beginAlike(alternatives: readonly AST.Alternative[]): boolean {
  const firsts = alternatives.map(({ elements: [first] }) => first);
  if (firsts.length < 2) return false;
  const plain = firsts.filter((first) => first?.type === 'Character').map(({ raw }) => raw);
  return plain.length < firsts.length || new Set(plain).size < plain.length;
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
