import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';

const parser = new RegExpParser({ ecmaVersion: 2024 });

/** A pattern as a regular expression of JavaScript; undefined where it is none. */
export function parsedPattern(pattern: string): AST.Pattern | undefined {
  try {
    return parser.parsePattern(pattern, 0, pattern.length, { unicode: true });
  } catch {
    return undefined;
  }
}

/** So many rounds of an outer repetition already multiply what an inner one may try. */
const FEW = 10;

/** Whether an engine that goes back could take exponentially long over a text (ReDoS, CWE-1333): repetitions within repetitions, and two ways for one character. */
export function explodes(pattern: AST.Pattern): boolean {
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
