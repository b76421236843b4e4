/** An entry as the API tells it, over `audit.published_entries a`. */
export const entryColumns = `a.seq AS id, a.recorded_at AS "recordedAt", a.at, a.actor_name AS "actorName", a.actor_role AS "actorRole",
  a.session_id AS "sessionId", a.address, a.trace_id AS "traceId", a.action, a.outcome, a.subject_kind AS "subjectKind",
  a.subject_id AS "subjectId", a.count, a.ids_sha256 AS "idsSha256", a.approval_id AS "approvalId", a.reason, a.before, a.after`;

export interface EntryRow {
  readonly id: bigint;
  readonly recordedAt: Date;
  readonly at: Date;
  readonly actorName: string;
  readonly actorRole: string | null;
  readonly sessionId: string | null;
  readonly address: string | null;
  readonly traceId: string;
  readonly action: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly count: bigint;
  readonly idsSha256: string | null;
  readonly approvalId: string | null;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
}
