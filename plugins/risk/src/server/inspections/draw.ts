import { randomBytes } from 'node:crypto';
import { record } from '@linggong/audit';
import type { Command, Queryable, Tx } from '@linggong/core';
import { businessNumber, shanghaiDay, type Day, type Text2 } from '@linggong/core/domain';
import { inForce, pin, versionOf } from '@linggong/studio';
import type { SamplingPlan } from '@linggong/studio/domain';
import type { InspectionPreview, NewInspection, RedrawAnswer } from '../../api';
import { classFactors } from './class-factors';
import { classesAt } from './classes-at';
import { alreadyDrawn, nothingToInspect, periodNotOver, periodTooLarge, type Drawn } from './inspection-problems';
import { readInspection } from './inspection-rows';
import { PLAN_KEY } from './plan-seed';
import type { PaidItem, Populations } from './populations';
import { stratified, type Stratified } from './stratified';

/** Payments of one inspection: they are held in memory while they are parted. */
export const POPULATION_MAX = 500_000;
/** Who offers the payments. */
export const SOURCE = 'orders';
/** For counts alone; no sample comes of it. */
const NO_SEED = '0'.repeat(32);

/**
 * What a draw over a period would take (抽样预览): the plan in force, the payments and how many of each stratum. How many are drawn is the same whatever
 * the seed, so that none is made.
 * @throws Problem 422 `inspection-too-large`, `inspection-period-open`; 503 `population-missing`, `configuration-missing`
 */
export async function previewInspection(
  populations: Pick<Populations, 'of'>,
  db: Queryable,
  today: Day,
  { from, to }: Pick<NewInspection, 'from' | 'to'>,
): Promise<InspectionPreview> {
  if (from > to || to >= today) throw periodNotOver();
  const { content, versionId, versionNo, configurationId } = await inForce<SamplingPlan>(db, 'sampling-plan', PLAN_KEY);
  const population = await paidItems(populations, db, from, to);
  const { factors } = await classFactors(db);
  const classOf = await classesAt(db, population, to);
  const { items, drawn } = stratified(content, population, { seed: NO_SEED, classOf, factors });
  const strata = content.strata.map(({ id, name }) => {
    const found = drawn.find(({ stratum }) => stratum === id);
    return {
      stratum: id,
      name: { zh: name.zh, en: name.en },
      population: found?.population ?? 0,
      sample: found?.numbers.length ?? 0,
    };
  });
  return {
    plan: { versionId, versionNo, configurationId },
    population: population.length,
    outside: population.length - items.size,
    sample: strata.reduce((sum, { sample }) => sum + sample, 0),
    classFactors: { ...factors },
    strata,
  };
}

/**
 * Draws a sample (抽取样本) over the payments of a period by the plan in force, with a fresh seed, and keeps what it takes to draw it again. While a sample
 * that shares a day with the period is not checked to its end there is no other: nobody draws until the dice please him, nor shifts the period for it.
 * @param hinders which open samples keep this one from being drawn; the calendar, which nobody chooses, gives way to those alone that hold all of its days
 * @returns id of the inspection
 * @throws Problem 409 `inspection-drawn`; 422 `inspection-empty`, `inspection-too-large`, `inspection-period-open`; 503 `population-missing`, `configuration-missing`
 */
export async function drawInspection(
  populations: Pick<Populations, 'of'>,
  tx: Tx,
  command: Command,
  wish: NewInspection,
  hinders: keyof typeof hindering = 'any-day',
): Promise<number> {
  const today = shanghaiDay(command.at);
  if (wish.from > wish.to || wish.to >= today) throw periodNotOver();
  await demandNoneOpen(tx, wish, hinders);
  const plan = await inForce<SamplingPlan>(tx, 'sampling-plan', PLAN_KEY);
  const population = await paidItems(populations, tx, wish.from, wish.to);
  const seed = randomBytes(16).toString('hex');
  const classOf = await classesAt(tx, population, wish.to);
  const { factors, versionId: policyVersion } = await classFactors(tx);
  const parted = stratified(plan.content, population, { seed, classOf, factors });
  const sample = parted.drawn.reduce((sum, { numbers }) => sum + numbers.length, 0);
  if (sample === 0) throw nothingToInspect();
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('risk.inspection_number') AS serial`);
  const number = businessNumber('RI', today, serial);
  const { actor, at } = command;
  const drawn = [plan.versionId, seed, parted.items.size, parted.sha256, sample, actor.name, at];
  const byClass = [JSON.stringify(factors), policyVersion];
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO risk.inspections (number, title, source, period_from, period_to, plan_version, seed, population, population_sha256, sample,
       drawn_by, drawn_at, class_factors, class_policy_version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14) RETURNING id`,
    [number, wish.title, SOURCE, wish.from, wish.to, ...drawn, ...byClass],
  );
  for (const version of [plan.versionId, policyVersion]) await pin(tx, { kind: 'inspection', ids: [id] }, version, at);
  await keepStrata(tx, id, plan.content, parted);
  await keepItems(tx, id, parted);
  const { from, to } = wish;
  await record(tx, command, {
    action: 'inspection.draw',
    subject: { kind: 'inspection', id },
    after: { number, state: 'drawn', from, to, total: parted.items.size, sample, sha256: parted.sha256 },
  });
  return id;
}

/** Open samples of the same payments: such as share a day with the period ($2 to $3), or hold all of its days. */
const hindering = {
  'any-day': 'period_from <= $3 AND period_to >= $2',
  'every-day': 'period_from <= $2 AND period_to >= $3',
} as const;

/** Two who draw at once wait for each other: the second one finds what the first one drew. */
async function demandNoneOpen(
  tx: Tx,
  { from, to }: Pick<NewInspection, 'from' | 'to'>,
  hinders: keyof typeof hindering,
): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('risk.inspection-draw'))`);
  const open = await tx.maybeOne<Drawn>(
    `SELECT id, number, period_from AS "from", period_to AS "to" FROM risk.inspections
      WHERE source = $1 AND ${hindering[hinders]} AND state <> 'closed' ORDER BY id LIMIT 1`,
    [SOURCE, from, to],
  );
  if (open) throw alreadyDrawn(open);
}

async function paidItems(populations: Pick<Populations, 'of'>, db: Queryable, from: Day, to: Day): Promise<PaidItem[]> {
  const population = await populations.of(SOURCE)(db, from, to, POPULATION_MAX);
  if (population.length > POPULATION_MAX) throw periodTooLarge(POPULATION_MAX);
  return population;
}

async function keepStrata(tx: Tx, id: number, plan: SamplingPlan, { drawn }: Stratified): Promise<void> {
  const nameOf = (stratum: string): Text2 =>
    plan.strata.find((one) => one.id === stratum)?.name ?? { zh: stratum, en: stratum };
  await tx.query(
    `INSERT INTO risk.inspection_strata (inspection_id, stratum, name, population, sample)
     SELECT $1, stratum, name::jsonb, population, sample
       FROM unnest($2::text[], $3::text[], $4::int[], $5::int[]) AS s (stratum, name, population, sample)`,
    [
      id,
      drawn.map(({ stratum }) => stratum),
      drawn.map(({ stratum }) => JSON.stringify(nameOf(stratum))),
      drawn.map(({ population }) => population),
      drawn.map(({ numbers }) => numbers.length),
    ],
  );
}

async function keepItems(tx: Tx, id: number, { drawn, items }: Stratified): Promise<void> {
  const rows = drawn.flatMap(({ stratum, numbers }) =>
    numbers.flatMap((number) => {
      const item = items.get(number);
      return item ? [{ ...item, stratum }] : [];
    }),
  );
  await tx.query(
    `INSERT INTO risk.inspection_items (inspection_id, stratum, item_number, item_id, enterprise_id, worker_id, kind_of_work, amount_fen)
     SELECT $1, t.* FROM unnest($2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::text[], $8::bigint[]) AS t`,
    [
      id,
      rows.map(({ stratum }) => stratum),
      rows.map(({ number }) => number),
      rows.map((row) => row.id),
      rows.map(({ enterpriseId }) => enterpriseId),
      rows.map(({ workerId }) => workerId),
      rows.map(({ kindOfWork }) => kindOfWork),
      rows.map(({ amountFen }) => amountFen),
    ],
  );
}

/**
 * Draws the sample of an inspection again (重抽验证) from the recorded seed, the plan version and the factors of classes that it keeps, and the payments as they are told now, and
 * says whether population and sample are the very same.
 * @throws Problem 404
 */
export async function redraw(populations: Pick<Populations, 'of'>, db: Queryable, id: number): Promise<RedrawAnswer> {
  const kept = await readInspection(db, id);
  const plan = await versionOf<SamplingPlan>(db, kept.planVersion);
  if (!plan) throw new Error(`inspection ${kept.number}: its plan is gone`);
  const population = await paidItems(populations, db, kept.periodFrom, kept.periodTo);
  const classOf = await classesAt(db, population, kept.periodTo);
  const { seed, classFactors: factors } = kept;
  const parted = stratified(plan.content, population, { seed, classOf, factors });
  const numbers = parted.drawn.flatMap((one) => one.numbers).sort();
  const items = await db.query<{ number: string }>(
    'SELECT item_number AS number FROM risk.inspection_items WHERE inspection_id = $1 ORDER BY item_number COLLATE "C"',
    [id],
  );
  const isSameSample = numbers.length === items.length && numbers.every((number, at) => number === items[at]?.number);
  return {
    population: parted.items.size,
    populationSha256: parted.sha256,
    isSamePopulation: parted.sha256 === kept.populationSha256,
    sample: numbers.length,
    isSameSample,
  };
}
