import type { Text2 } from '@linggong/core/domain';
import type { Severity } from '../cases';

/** What is reviewed by the month: how real-name verification performs (R8.3), how every module runs (R8.2). */
export const periodKinds = ['real-name', 'operations'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const periodStates = ['made', 'signed', 'returned'] as const;
export type PeriodState = (typeof periodStates)[number];

export const figureUnits = ['count', 'fen', 'basis-points', 'hours'] as const;

/** One figure of a review as it was counted. */
export interface PeriodFigure {
  readonly section: string;
  readonly sectionName: Text2;
  readonly key: string;
  readonly name: Text2;
  readonly unit: (typeof figureUnits)[number];
  readonly value: bigint | null;
  readonly target?: { readonly kind: 'at-least' | 'at-most'; readonly value: number } | undefined;
  /** Why there is no value, where nobody keeps it. */
  readonly note?: Text2 | undefined;
}

/** What a review found: so many differences, with business numbers to look up. */
export interface PeriodFinding {
  /** Such as `real-name.paid-unverified`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly title: Text2;
  readonly differences: bigint;
  readonly samples: readonly string[];
}

/** Whether a figure is as it should be; undefined where it has no target or no value. */
export function isOnTarget({ value, target }: Pick<PeriodFigure, 'value' | 'target'>): boolean | undefined {
  if (value === null || target === undefined) return undefined;
  return target.kind === 'at-least' ? value >= BigInt(target.value) : value <= BigInt(target.value);
}

/** The month before one. @param month `2026-11` */
export function monthBefore(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, '0')}`;
}

/** The first day after a month. @param month `2026-11` */
export function dayAfterMonth(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01-01` : `${year}-${String(of + 1).padStart(2, '0')}-01`;
}
