import type { StateKind } from '../parts/states';

/** One thing a list can be narrowed by. Never personal data: filters stand in the URL. */
export interface Filter {
  /** Name in the filter object of the query. */
  source: string;
  /**
   * `from` and `until` are the first and the last Shanghai day of a column of instants; `pick` is one of many by its word, `actor` an
   * account as whom somebody acted.
   */
  kind: 'text' | 'state' | 'choice' | 'day' | 'month' | 'from' | 'until' | 'pick' | 'actor';
  /** For `state`: whose states. */
  states?: StateKind;
  /** For `choice`: codes; their words are `choice.{source}.{code}`. */
  choices?: readonly string[];
  /** For `pick`: what is filtered by, and what people call it. */
  options?: readonly { value: string; label: string }[];
  /** Of a `text`: it asks for digits that are nobody's, such as a bank's serial or the code of a subject. */
  digits?: boolean;
}

export type FilterValues = Readonly<Record<string, unknown>>;

/** The value of a filter as plain text, or undefined where it is not set. */
export function filterText(values: FilterValues, source: string): string | undefined {
  const value = values[source];
  if (typeof value === 'string' && value !== '') return value;
  if (Array.isArray(value) && value.length > 0) return value.map(String).join(',');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The same filters with one changed; an empty text takes it out. */
export function withFilter(values: FilterValues, source: string, text: string): Record<string, unknown> {
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => name !== source));
  return text === '' ? rest : { ...rest, [source]: text };
}

/** A day as the instant that a filter of instants wants: its first or its last second in Shanghai, as UTC. */
export function instantOfDay(day: string, kind: 'from' | 'until'): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return '';
  return new Date(`${day}T${kind === 'from' ? '00:00:00.000' : '23:59:59.999'}+08:00`).toISOString();
}

export function sameFilter(left: FilterValues, right: FilterValues): boolean {
  const key = (values: FilterValues): string =>
    JSON.stringify(Object.entries(values).sort(([a], [b]) => a.localeCompare(b)));
  return key(left) === key(right);
}
