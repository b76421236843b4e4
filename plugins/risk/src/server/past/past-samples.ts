import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import type { AskedPage, Json, ReplayItem, ReplaySource } from '@linggong/studio';
import { stratumOf, type PopulationCell, type SamplingPlan } from '@linggong/studio/domain';
import { classesAt } from '../inspections/classes-at';
import { POPULATION_MAX, SOURCE } from '../inspections/draw';
import type { Populations } from '../inspections/populations';

/** Each inspection holds the payments of its period in memory while they are parted: few of them make a page. */
const PAGE_MAX = 5;

const WITHIN = `FROM risk.inspections WHERE source = '${SOURCE}' AND period_to BETWEEN $1::date AND $2::date`;

interface Drawn {
  readonly id: number;
  readonly number: string;
  readonly periodFrom: Day;
  readonly periodTo: Day;
}

/**
 * Inspections of payments whose period ends in that of the replay (历史抽查): how many their payments would have given, by stratum. Who is paid, by
 * whom and what class the payer had at the end of that period is told as for a redraw. The factors of classes (抽查倍数) are no part of a plan: both
 * versions are asked without them.
 */
export const pastSamples = (populations: () => Pick<Populations, 'of'>): ReplaySource => ({
  name: { zh: '历史抽查（不计等级倍数）', en: 'Past inspections, without the factors of classes' },
  reads: sizesOf,
  any: async (db) =>
    (await db.maybeOne(`SELECT 1 FROM risk.inspections WHERE source = '${SOURCE}' LIMIT 1`)) !== undefined,
  count: async (db, { from, to }) =>
    (await db.one<{ total: number }>(`SELECT count(*)::int AS total ${WITHIN}`, [from, to])).total,
  async page(db, { from, to, after, limit, contents = [] }: AskedPage) {
    const drawn = await db.query<Drawn>(
      `SELECT id, number, period_from::text AS "periodFrom", period_to::text AS "periodTo" ${WITHIN} AND id > $3::int ORDER BY id LIMIT $4::int`,
      [from, to, after ?? '0', Math.min(limit, PAGE_MAX)],
    );
    const items: ReplayItem[] = [];
    // Contents of this kind: Studio has read them as plans.
    for (const one of drawn) items.push(await itemOf(populations(), db, one, contents as unknown as SamplingPlan[]));
    return items;
  },
});

async function itemOf(
  populations: Pick<Populations, 'of'>,
  db: Queryable,
  { id, number, periodFrom, periodTo }: Drawn,
  plans: readonly SamplingPlan[],
): Promise<ReplayItem> {
  const population = await populations.of(SOURCE)(db, periodFrom, periodTo, POPULATION_MAX);
  const classOf = await classesAt(db, population, periodTo);
  // A rating gives the five classes of plans, and no other.
  const facts = population.map(({ enterpriseId, kindOfWork, amountFen }) => ({
    class: classOf(enterpriseId) as PopulationCell['class'],
    kindOfWork,
    amountFen: Number(amountFen),
  }));
  return {
    cursor: id.toString(),
    subject: { label: number, link: `/inspections/${id.toString()}/show` },
    input: { cells: cellsOf(facts, plans) },
    amountFen: facts.reduce((sum, { amountFen }) => sum + amountFen, 0),
  };
}

/**
 * Payments told together by the strata that they belong to under each plan, by one of them: under each of these plans the cells part as the
 * payments themselves do, and there are no more of them than pairs of strata.
 */
export function cellsOf(
  population: readonly Omit<PopulationCell, 'count'>[],
  plans: readonly SamplingPlan[],
): { [name: string]: Json }[] {
  const cells = new Map<string, { readonly first: Omit<PopulationCell, 'count'>; count: number }>();
  for (const facts of population) {
    const name = JSON.stringify(plans.map((plan) => stratumOf(plan, facts)?.id ?? null));
    const known = cells.get(name);
    if (known) known.count += 1;
    else cells.set(name, { first: facts, count: 1 });
  }
  return [...cells.values()].map(({ first, count }) => ({ ...first, count }));
}

interface Sizes {
  readonly strata: readonly { readonly id: string; readonly population: number; readonly size: number }[];
  readonly outside: number;
  readonly size: number;
}

/** How many are drawn in all, in words, with what each stratum gives that anything belongs to. */
export function sizesOf(outcome: Json): Json {
  const { strata, outside, size } = outcome as unknown as Sizes;
  return {
    result: { zh: `抽取 ${size} 笔`, en: `${size} drawn` },
    strata: strata
      .filter(({ population }) => population > 0)
      .map(({ id, population, size: of }) => ({ id, population, size: of })),
    outside,
  };
}
