import type { Command, Queryable, Tx } from '@linggong/core';
import type { MeasureAnswer } from '../../api';
import type { MeasureSubject } from '../../domain';
import { endEntries } from '../lists/end-entry';
import { putEntry } from '../lists/put-entry';
import { nothingToList } from './measure-problems';

interface Listable {
  readonly subjectKind: 'identity' | 'card' | 'phone' | 'uscc';
  readonly key: string;
  readonly masked: string;
}

/**
 * SQL of whom a measure lists, by what is on file of him: every card that he has not given up, blind indexes and masks. Nothing is
 * opened for it.
 */
const keysOf: Readonly<Record<MeasureSubject, string>> = {
  worker: `SELECT k.subject_kind AS "subjectKind", k.key, k.masked FROM (
      SELECT 'identity' AS subject_kind, w.identity_blind AS key, w.identity_masked AS masked
        FROM parties.published_worker_facts w WHERE w.worker_id = $1
      UNION ALL
      SELECT 'phone', w.phone_blind, w.phone_masked FROM parties.published_worker_facts w WHERE w.worker_id = $1
      UNION
      SELECT 'card', c.card_blind, c.card_masked FROM parties.published_card_facts c
       WHERE c.worker_id = $1 AND c.replaced_at IS NULL) k
     WHERE k.key IS NOT NULL AND k.subject_kind = ANY ($2::text[]) ORDER BY k.subject_kind, k.key`,
  enterprise: `SELECT 'uscc' AS "subjectKind", e.uscc AS key, e.uscc AS masked FROM parties.published_enterprise_facts e
     WHERE e.enterprise_id = $1 AND 'uscc' = ANY ($2::text[])`,
};

/**
 * Puts the subject of a measure on its list; the entries stand as long as the measure.
 * @throws Problem 422 `risk-measure-unfit` where he has nothing of what he is to be listed by; 409 `list-entry-exists`
 */
export async function enlist(tx: Tx, command: Command, measure: MeasureAnswer): Promise<void> {
  const { list, listBy, endsOn } = measure;
  if (list === null || listBy === null || endsOn === null) return;
  const found = await tx.query<Listable>(keysOf[measure.subjectKind], [measure.subjectId, listBy]);
  if (listBy.some((by) => !found.some(({ subjectKind }) => subjectKind === by))) throw nothingToList();
  for (const { subjectKind, key, masked } of found) {
    await putEntry(tx, command, {
      ...{ kind: list, subjectKind, value: { key, sealed: null, masked }, source: 'platform' },
      ...{ reason: measure.reason, endsOn, measureId: measure.id },
    });
  }
}

/** Ends what a measure listed, also where its last day is over. */
export async function delist(tx: Tx, command: Command, measureId: number): Promise<void> {
  const standing = await entriesOfMeasure(tx, measureId);
  await endEntries(
    tx,
    command,
    standing.map(({ id }) => id),
  );
}

function entriesOfMeasure(db: Queryable, measureId: number): Promise<{ id: number }[]> {
  return db.query<{ id: number }>(
    `SELECT id FROM risk.list_entries WHERE measure_id = $1 AND state = 'in-force' ORDER BY id FOR UPDATE`,
    [measureId],
  );
}
