import type { Feature } from '../../domain/features';
import { lookBack } from './feature-sql';

/** Whom or what a decision is about, as far as it is known; 0 where it is not. */
export interface FeatureKeys {
  readonly workerId: number;
  readonly enterpriseId: number;
  readonly cardId: number;
  readonly taskId: number;
}

/** How some features of one kind of subject are read: a query that gives arrays, the keys first and the features in their order after. */
export interface SumPart {
  /** What tells subjects apart: rows begin with it. */
  keys(subject: FeatureKeys): readonly number[];
  /** Names of the keys, as `subjects` calls them. */
  readonly columns: readonly string[];
  /** @param subjects relation `s` of the keys; $1 is the day */
  sql(wanted: readonly Feature[], subjects: string): string;
}

/** Days `d` that must be read for some features. */
export const recentDays = (wanted: readonly Feature[]): string =>
  `d.day > $1::date - ${lookBack(wanted)} AND d.day <= $1::date AND d.orders <> 0`;

/** A row: bigint holds ids, counts and fen alike. */
export const arrayOf = (columns: readonly string[]): string => `ARRAY[${columns.join(', ')}]::bigint[]`;
