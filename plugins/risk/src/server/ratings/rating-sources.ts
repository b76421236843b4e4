import type { Core } from '@strapi/strapi';
import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { RatingFacts } from '../../domain/ratings';

/** Facts of many enterprises that end with a day, by enterprise; one without facts is left out. Set-based. */
export type RatingSource = (
  db: Queryable,
  enterpriseIds: readonly number[],
  day: Day,
) => Promise<ReadonlyMap<number, RatingFacts>>;

/** What still binds an enterprise's money, item by item (未结清事项): nothing of it open, and it may go. */
export interface MoneyItem {
  readonly code: 'open-batches' | 'unbilled-months' | 'fees-owed' | 'balance';
  readonly isClear: boolean;
  readonly count: number | null;
  readonly amountFen: bigint | null;
}
export type MoneySource = (db: Queryable, enterpriseId: number, day: Day) => Promise<readonly MoneyItem[]>;

/** Where plugins above this one tell how an enterprise pays and what of its money is open: risk may not call them. */
export interface RatingSources {
  /** Facts of one group; the last that names a fact tells it. */
  add(source: RatingSource): void;
  useMoney(source: MoneySource): void;
  readonly sources: readonly RatingSource[];
  /** Undefined where nobody tells. */
  readonly money: MoneySource | undefined;
}

export function createRatingSources(): RatingSources {
  const sources: RatingSource[] = [];
  let money: MoneySource | undefined;
  return {
    add: (source) => void sources.push(source),
    useMoney: (given) => void (money = given),
    sources,
    get money() {
      return money;
    },
  };
}

export function ratingSourcesOf(strapi: Core.Strapi): RatingSources {
  return strapi.plugin('risk').service('ratingSources');
}
