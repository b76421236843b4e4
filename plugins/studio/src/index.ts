import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { clockOf, databaseOf, systemCommand, type Command, type Database } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import type { Seed } from './domain';
import { tellInForce } from './server/life/tell-in-force';
import { turnVersions } from './server/life/turn-versions';
import { adoptSeeds as adoptSeedsWith } from './server/seeds/adopt-seeds';
import { createTools, seedsOf, toolsOf } from './server/tools';

export type {
  AnyKind,
  Change,
  DecisionTable,
  Evaluation,
  Fault,
  Json,
  Kind,
  KindName,
  Seed,
  TableOutcome,
  TestCase,
  VersionState,
} from './domain';
export { decideTable } from './server/decision-table/decide-table';
export { workingDaysInForce } from './server/calendar/calendar-in-force';
export { clocksInForce, type DueBy } from './server/calendar/clocks';
export { cite } from './server/criteria/cite';
export { beginReview, criteriaOf, reviewDueAt, reviewOf, type ReviewClock } from './server/criteria/reviews';
export type { Counterpart, CounterpartSource } from './server/form-records/counterparts';
export type { Handling, HandlingSource } from './server/form-records/handlings';
export { demandForm } from './server/form-records/demand-form';
export { keepRecord } from './server/form-records/keep-record';
export { recordDataOf } from './server/form-records/record-data';
export { recordFacts, recordTeller, type RecordFacts } from './server/form-records/record-facts';
export { heldContent, type HeldContent } from './server/reading/held-content';
export { allInForce, inForce, versionOf, type ConfiguredBy } from './server/reading/in-force';
export { pin, pinned, type PinnedVersion } from './server/reading/pins';
export type { Consumer } from './server/replay/consumers';
export type { AskedPage, ReplayItem, ReplaySource } from './server/replay/replay-source';
export { inTurn, pastClocks } from './server/replay/past-clocks';
export { rowSource, rowSourceBeside, withinDays, withinDaysUtc } from './server/replay/row-source';
export type { Decided } from './server/evaluation/compare-with';
export { runShadow } from './server/shadow/shadows';
export { consumersOf, counterpartsOf, handlingsOf, kindsOf, seedsOf } from './server/tools';

/**
 * To be called once all plugins have added their seeds: adopts those that the database does not have, and puts in force what fell due
 * while the platform was down.
 * @throws Error where a seed does not pass its own check; the platform does not start on it
 */
export async function openStudio(strapi: Core.Strapi): Promise<void> {
  const db = databaseOf(strapi);
  const command = systemCommand('studio', clockOf(strapi).now(), randomUUID());
  await adoptSeedsWith(toolsOf(strapi), db, command, seedsOf(strapi).all());
  await turnVersions(db, command, (tx, id) => tellInForce(jobsOf(strapi), tx, command, id));
}

/** Adopts seeds outside of a running platform: for databases that are made without one. @throws Error as `openStudio` */
export function adoptSeeds(db: Database, command: Command, seeds: readonly Seed[]): Promise<number> {
  return adoptSeedsWith(createTools(), db, command, seeds);
}
