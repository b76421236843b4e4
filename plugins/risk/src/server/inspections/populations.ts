import type { Core } from '@strapi/strapi';
import type { Queryable } from '@linggong/core';
import { problem, type Day, type Fen } from '@linggong/core/domain';

/** A payment that may be inspected, as whoever owns it tells it: what of it never changes again. */
export interface PaidItem {
  readonly id: number;
  readonly number: string;
  readonly enterpriseId: number;
  readonly workerId: number;
  readonly kindOfWork: string | null;
  readonly amountFen: Fen;
}

/** All payments of a period (days of Asia/Shanghai, both included); the same whenever it is asked. At most `max` and one more. */
export type Population = (db: Queryable, from: Day, to: Day, max: number) => Promise<PaidItem[]>;

/** Where plugins above this one say what may be inspected: risk may not call them. */
export interface Populations {
  register(source: string, population: Population): void;
  /** @throws Problem 503 `population-missing` */
  of(source: string): Population;
}

export function createPopulations(): Populations {
  const known = new Map<string, Population>();
  return {
    register: (source, population) => void known.set(source, population),
    of: (source) => {
      const population = known.get(source);
      if (population) return population;
      throw problem(503, 'population-missing', {
        zh: `没有可抽查的业务：${source}`,
        en: `Nobody offers ${source} for inspections`,
      });
    },
  };
}

export function populationsOf(strapi: Core.Strapi): Populations {
  return strapi.plugin('risk').service('populations');
}
