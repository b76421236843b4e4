import type { Core } from '@strapi/strapi';
import { record, type AuditEntry } from '@linggong/audit';
import { databaseOf, type Command, type Tx } from '@linggong/core';
import { covers, type RowScope } from '../../domain/row-scope';
import { personPortOf } from '../persons/person-port';
import { samePerson } from '../persons/same-person';
import { noSuchElevation, reviewProblems } from './elevation-problems';

interface HeldBy {
  readonly accountId: number;
}

async function elevationWithin(tx: Tx, scope: RowScope, id: string): Promise<HeldBy> {
  const row = await tx.maybeOne<HeldBy>('SELECT account_id AS "accountId" FROM access.elevations WHERE id = $1', [id]);
  if (!row || !covers(scope, row)) throw noSuchElevation();
  return row;
}

/** Ends an elevation before its time, by who holds it or by his superior. @returns whether it was live. @throws Problem 404 */
export async function endElevation(tx: Tx, scope: RowScope, id: string, command: Command): Promise<boolean> {
  const { accountId } = await elevationWithin(tx, scope, id);
  const because = accountId === command.actor.accountId ? 'by-holder' : 'by-superior';
  const { done } = await tx.one<{ done: boolean }>('SELECT access.end_elevation($1, $2, $3) AS done', [
    id,
    because,
    command.at,
  ]);
  if (done) {
    await record(tx, command, ending(id, because));
  }
  return done;
}

/**
 * The superior's word on the looks of an elevation that has ended (事后核查).
 * @throws Problem 404; 409 `elevation-not-ended`, `elevation-reviewed`; 403 `approval-own`, `approval-not-yours`
 */
export async function reviewElevation(
  strapi: Core.Strapi,
  scope: RowScope,
  id: string,
  command: Command,
): Promise<void> {
  await databaseOf(strapi).transaction(async (tx) => {
    const { accountId } = await elevationWithin(tx, scope, id);
    const { outcome } = await tx.one<{ outcome: string }>('SELECT access.review_elevation($1, $2, $3, $4) AS outcome', [
      id,
      command.sessionId ?? null,
      command.reason ?? '',
      command.at,
    ]);
    const refusal = reviewProblems[outcome];
    if (refusal) throw refusal();
    if (outcome !== 'done') throw new Error(`access.review_elevation answered ${outcome}`);
    await demandOtherPerson(strapi, tx, command, accountId);
    const states = { before: { reviewed: false }, after: { reviewed: true } };
    await record(tx, command, { action: 'elevation.review', subject: { kind: 'elevation', id }, ...states });
  });
}

async function demandOtherPerson(strapi: Core.Strapi, tx: Tx, { actor }: Command, accountId: number): Promise<void> {
  if (actor.accountId === undefined) return;
  const sameness = await samePerson(tx, personPortOf(strapi), actor.accountId, accountId);
  // Who is unknown by now was known when his request was approved.
  if (sameness === 'same') throw reviewProblems['own']?.();
}

const ending = (id: string, because: string): AuditEntry => ({
  action: 'elevation.end',
  subject: { kind: 'elevation', id },
  before: { state: 'live' },
  after: { state: 'ended', because },
});

/** Marks elevations whose time is over. @returns how many */
export async function turnElevations(tx: Tx, command: Command): Promise<number> {
  const rows = await tx.query<{ id: string }>('SELECT turned AS id FROM access.turn_elevations($1) turned', [
    command.at,
  ]);
  await record(
    tx,
    command,
    rows.map(({ id }) => ending(id, 'term')),
  );
  return rows.length;
}
