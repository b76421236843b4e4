import type { Queryable } from '@linggong/core';
import type { ConsentAnswer } from '../../api/consents';
import { consentPurposes, isNeeded, neededPurposes, type ConsentPurpose } from '../../domain/consents';

interface ConsentRow {
  readonly purpose: ConsentPurpose;
  readonly version: number;
  readonly zh: string;
  readonly en: string;
  readonly act: 'given' | 'withdrawn' | null;
  readonly actVersion: number | null;
  readonly method: ConsentAnswer['method'];
  readonly at: Date | null;
}

/** Every purpose with the text in force and what the person last said of it, in the order in which he is asked. */
export async function consentsOf(db: Queryable, workerId: number, at: Date): Promise<ConsentAnswer[]> {
  const rows = await db.query<ConsentRow>(
    `SELECT t.purpose, t.version, t.zh, t.en, c.act, c.version AS "actVersion", c.method, c.at
     FROM (SELECT DISTINCT ON (purpose) * FROM vault.consent_texts
       WHERE effective_from <= $2 AND purpose = ANY ($3::text[]) ORDER BY purpose, version DESC) t
     LEFT JOIN vault.published_consents c ON c.purpose = t.purpose AND c.worker_id = $1
     ORDER BY array_position($3::text[], t.purpose)`,
    [workerId, at, consentPurposes],
  );
  return rows.map(({ zh, en, act, ...row }) => ({
    ...row,
    needed: isNeeded(row.purpose),
    text: { zh, en },
    state: act ?? ('none' as const),
  }));
}

/** Needed consents that stand withdrawn, of those persons who withdrew one. */
export async function withdrawnNeeds(
  db: Queryable,
  workerIds: readonly number[],
): Promise<{ workerId: number; purposes: ConsentPurpose[] }[]> {
  return db.query(
    `SELECT worker_id AS "workerId", array_agg(purpose ORDER BY purpose) AS purposes FROM vault.published_withdrawals
     WHERE worker_id = ANY($1::int[]) AND purpose = ANY($2::text[]) GROUP BY worker_id ORDER BY worker_id`,
    [workerIds, neededPurposes],
  );
}
