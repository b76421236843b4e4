import type { NextAction } from '@linggong/settlement/api';
import { isRecord } from '../provider/problem';

type Effect = NextAction['effect'];

const figures = [
  ['gross', 'grossFen'],
  ['fee', 'feeFen'],
  ['tax', 'taxFen'],
  ['net', 'netFen'],
  ['hold', 'holdFen'],
] as const;

/** The amounts of an action that another quote has changed. */
export function movedFigures(before: Effect, after: Effect): { key: string; from: number; to: number }[] {
  if (before === null || after === null) return [];
  return figures
    .map(([key, field]) => ({ key, from: before[field], to: after[field] }))
    .filter(({ from, to }) => from !== to);
}

/** A confirmation refused because its quote no longer stands: the version in force, and what made it fall. */
export interface StaleAnswer {
  version: number;
  cause: string | undefined;
}

export function staleAnswer(error: unknown): StaleAnswer | undefined {
  const body = isRecord(error) && isRecord(error['body']) ? error['body'] : {};
  if (body['code'] !== 'quote-stale' || typeof body['quoteVersion'] !== 'number') return undefined;
  return { version: body['quoteVersion'], cause: typeof body['cause'] === 'string' ? body['cause'] : undefined };
}
