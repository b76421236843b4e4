import { caseDifferences } from '../case-verdict';
import type { Json } from '../kind';

/** Characters of the word that stands for an outcome; longer ones are cut. */
const wordMax = 80;

/** Fields by which kinds say in one word what they decided, the first that is there. */
const saying = ['decision', 'verdict', 'outcome', 'valid', 'class', 'result', 'channel'] as const;

/** What an outcome decides, without how it came about: the rows that hit are not what was decided. */
function decidedBy(outcome: Json): Json {
  if (!isRecord(outcome)) return outcome;
  const { rows: _rows, ...rest } = outcome;
  return rest;
}

/** The word under which outcomes are counted (归类): what was decided, or the outcome itself where no field says it. */
export function outcomeWord(outcome: Json): string {
  const decided = decidedBy(outcome);
  const answers = isRecord(decided) ? decided['answers'] : undefined;
  if (Array.isArray(answers)) return cut(collected(answers));
  const inner = isRecord(decided) && isRecord(decided['answer']) ? decided['answer'] : decided;
  const field = isRecord(inner) ? saying.find((name) => isSaid(inner[name])) : undefined;
  const said = field !== undefined && isRecord(inner) ? inner[field] : inner;
  return cut(typeof said === 'string' ? said : JSON.stringify(said ?? null));
}

/** What the rows of a table that collects said together, each once and in one order; `–` where none hit. */
function collected(answers: readonly Json[]): string {
  const words = [...new Set(answers.map((answer) => outcomeWord({ answer })))].sort();
  return words.length === 0 ? '–' : words.join(' + ');
}

const cut = (text: string): string => (text.length > wordMax ? `${text.slice(0, wordMax - 1)}…` : text);

/** Whether two outcomes decide differently. Where what was decided then is known in part, that part is compared. */
export function decidesOtherwise(before: Json, after: Json): boolean {
  return caseDifferences(decidedBy(before), decidedBy(after)).length > 0;
}

/** Ids of the rows that hit, of a kind that says so. */
export function rowsHit(outcome: Json): readonly string[] {
  const rows = isRecord(outcome) ? outcome['rows'] : undefined;
  return Array.isArray(rows) ? rows.filter((id): id is string => typeof id === 'string') : [];
}

function isRecord(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A code, a flag, a number, or words in both languages. */
function isSaid(value: Json | undefined): boolean {
  if (isRecord(value)) return typeof value['zh'] === 'string' && typeof value['en'] === 'string';
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
}
