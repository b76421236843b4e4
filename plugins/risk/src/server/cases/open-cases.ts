import { record, singleEntriesMax } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { shanghaiDay, monthOf } from '@linggong/core/domain';
import { foldCases, type FoldedCase, type NewCase, type Severity } from '../../domain';
import { caseDueInForce } from './case-due';
import { addCaseStep } from './case-rows';

/** What became of one telling. */
export interface OpenedCase {
  readonly id: number;
  readonly number: string;
  /** False where the same matter was a case already: it was seen again. */
  readonly opened: boolean;
}

interface TakenRow extends OpenedCase {
  readonly dedupeKey: string;
  readonly severity: Severity;
  readonly timesSeen: number;
}

interface KnownRow {
  readonly dedupeKey: string;
  readonly severity: Severity;
  readonly timesSeen: number;
}

/**
 * Opens cases (立案) in the caller's transaction, one a matter: what is a case already is seen again, and graded up where it has become
 * graver, with a shorter clock. Safe to call again and beside others; at most a few hundred a call.
 * @returns one for each matter, in the order in which they came first
 * @throws RangeError for more than may be told singly
 */
export async function openCases(tx: Queryable, command: Command, cases: readonly NewCase[]): Promise<OpenedCase[]> {
  if (cases.length > singleEntriesMax)
    throw new RangeError(`${cases.length} cases at once, ${singleEntriesMax} at most`);
  const folded = foldCases(cases);
  if (folded.length === 0) return [];
  const before = await lockKnown(tx, folded);
  const taken = new Map((await take(tx, command, folded)).map((row) => [row.dedupeKey, row]));
  for (const one of folded) {
    const row = taken.get(one.dedupeKey);
    if (row) await tell(tx, command, one, row, before.get(one.dedupeKey));
  }
  return folded.flatMap(({ dedupeKey }) => {
    const row = taken.get(dedupeKey);
    return row ? [{ id: row.id, number: row.number, opened: row.opened }] : [];
  });
}

/** In the order of their keys, so that two tellings never wait for each other in a ring. */
async function lockKnown(tx: Queryable, folded: readonly FoldedCase[]): Promise<Map<string, KnownRow>> {
  const rows = await tx.query<KnownRow>(
    `SELECT dedupe_key AS "dedupeKey", severity, times_seen AS "timesSeen" FROM risk.cases
      WHERE dedupe_key = ANY ($1::text[]) AND state <> 'closed' ORDER BY dedupe_key FOR UPDATE`,
    [folded.map(({ dedupeKey }) => dedupeKey)],
  );
  return new Map(rows.map((row) => [row.dedupeKey, row]));
}

const GRADES = `array['low', 'medium', 'high', 'critical']`;
const IS_GRAVER = `array_position(${GRADES}, excluded.severity) > array_position(${GRADES}, c.severity)`;
const MINIMUM = 4;

const TAKE = `
INSERT INTO risk.cases AS c (number, source, rule, subject_kind, subject_id, enterprise_id, worker_id, title, facts, severity, dedupe_key,
  opened_at, last_seen_at, times_seen, due_at)
SELECT 'RC-' || $2 || '-' || lpad(s.serial::text, greatest(${MINIMUM}, length(s.serial::text)), '0'), n.source, n.rule, n.subject_kind, n.subject_id,
  n.enterprise_id, n.worker_id, n.title, n.facts, n.severity, n.dedupe_key, $3, $3, n.times, n.due_at
  FROM jsonb_to_recordset($1::jsonb) AS n (source text, rule text, subject_kind text, subject_id text, enterprise_id int, worker_id int,
    title jsonb, facts jsonb, severity text, dedupe_key text, times int, due_at timestamptz)
  CROSS JOIN LATERAL (SELECT nextval('risk.case_number') + 0 * length(n.dedupe_key) AS serial) s
 ORDER BY n.dedupe_key
ON CONFLICT (dedupe_key) WHERE state <> 'closed' DO UPDATE SET
  times_seen = c.times_seen + excluded.times_seen, last_seen_at = greatest(c.last_seen_at, excluded.last_seen_at), facts = excluded.facts,
  severity = CASE WHEN ${IS_GRAVER} THEN excluded.severity ELSE c.severity END,
  due_at = CASE WHEN ${IS_GRAVER} THEN least(c.due_at, excluded.due_at) ELSE c.due_at END
RETURNING id, number, (xmax = 0) AS opened, dedupe_key AS "dedupeKey", severity, times_seen AS "timesSeen"`;

async function take(tx: Queryable, { at }: Command, folded: readonly FoldedCase[]): Promise<TakenRow[]> {
  const dueBy = await caseDueInForce(tx);
  const rows = folded.map(
    ({ source, rule, subject, enterpriseId, workerId, title, facts, severity, dedupeKey, times }) => ({
      source,
      rule,
      subject_kind: subject.kind,
      subject_id: String(subject.id),
      enterprise_id: enterpriseId ?? null,
      worker_id: workerId ?? null,
      title,
      facts: facts ?? {},
      severity,
      dedupe_key: dedupeKey,
      times,
      due_at: dueBy(source, severity, at),
    }),
  );
  return tx.query<TakenRow>(TAKE, [JSON.stringify(rows), monthOf(shanghaiDay(at)), at]);
}

async function tell(
  tx: Queryable,
  command: Command,
  { rule, subject, times }: FoldedCase,
  row: TakenRow,
  before: KnownRow | undefined,
): Promise<void> {
  const entry = { kind: 'risk-case', id: row.id };
  if (row.opened) {
    await addCaseStep(tx, command, row.id, 'opened', { facts: { severity: row.severity, times } });
    const after = {
      number: row.number,
      state: 'open',
      rule,
      severity: row.severity,
      subject: `${subject.kind}/${subject.id}`,
    };
    await record(tx, command, { action: 'risk-case.open', subject: entry, after });
    return;
  }
  const isGraver = before !== undefined && before.severity !== row.severity;
  // Seen again as grave as before is a number, not a story.
  if (isGraver)
    await addCaseStep(tx, command, row.id, 'graded', { facts: { from: before.severity, to: row.severity } });
  await record(tx, command, {
    action: 'risk-case.see',
    subject: entry,
    before: { severity: before?.severity ?? row.severity, timesSeen: before?.timesSeen ?? row.timesSeen - times },
    after: { severity: row.severity, timesSeen: row.timesSeen },
  });
}
