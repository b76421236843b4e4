import type { Queryable } from '@linggong/core';

/** Entries of a control that a page shows; older ones stay in the table. */
const SHOWN = 20;

export interface EvidenceRow {
  readonly id: number;
  readonly control: number;
  readonly datedOn: string;
  readonly until: string;
  readonly text: string;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
}

/** Entries of all controls, the newest first, twenty of each. */
export function readEvidence(db: Queryable): Promise<EvidenceRow[]> {
  return db.query<EvidenceRow>(
    `SELECT e.id, e.control, e.dated_on::text AS "datedOn", e.until::text AS until, e.text, e.entered_by AS "enteredBy",
            e.entered_at AS "enteredAt", w.withdrawn_by AS "withdrawnBy", w.withdrawn_at AS "withdrawnAt", w.reason AS "withdrawnReason"
       FROM (SELECT *, row_number() OVER (PARTITION BY control ORDER BY id DESC) AS place FROM continuity.control_evidence) e
       LEFT JOIN continuity.evidence_withdrawals w ON w.evidence_id = e.id
      WHERE e.place <= ${SHOWN} ORDER BY e.control, e.id DESC`,
  );
}

/** Controls with an entry that counts on a day. */
export async function shownByEvidence(db: Queryable, day: string): Promise<ReadonlySet<number>> {
  const rows = await db.query<{ control: number }>(
    `SELECT DISTINCT e.control FROM continuity.control_evidence e
      WHERE e.dated_on <= $1 AND e.until >= $1
        AND NOT EXISTS (SELECT FROM continuity.evidence_withdrawals w WHERE w.evidence_id = e.id)`,
    [day],
  );
  return new Set(rows.map(({ control }) => control));
}
