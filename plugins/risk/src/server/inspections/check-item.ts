import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { notFound, type Fen } from '@linggong/core/domain';
import { keepRecord } from '@linggong/studio';
import type { ItemCheck, NewInterview } from '../../api';
import { checkFaults, interviewFindings, orderChecks, type NewCase } from '../../domain';
import { openCases } from '../cases/open-cases';
import { inspectionClosed, itemChecked, itemsOpen } from './inspection-problems';
import { readInspection } from './inspection-rows';

/** What of the vault a form needs that is filled in beside the script. */
type RecordVault = Parameters<typeof keepRecord>[0];

interface LockedItem {
  readonly id: number;
  readonly inspection: string;
  readonly isClosed: boolean;
  readonly itemNumber: string;
  readonly enterpriseId: number;
  readonly workerId: number;
  readonly amountFen: Fen;
  readonly state: string;
}

async function lockItem(tx: Tx, id: number): Promise<LockedItem> {
  const row = await tx.maybeOne<LockedItem>(
    `SELECT t.id, i.number AS inspection, i.state = 'closed' AS "isClosed", t.item_number AS "itemNumber",
            t.enterprise_id AS "enterpriseId", t.worker_id AS "workerId", t.amount_fen AS "amountFen", t.state
       FROM risk.inspection_items t JOIN risk.inspections i ON i.id = t.inspection_id WHERE t.id = $1 FOR UPDATE OF t`,
    [id],
  );
  if (!row) throw notFound({ zh: '样本', en: 'item' });
  if (row.isClosed) throw inspectionClosed();
  return row;
}

/** A case about what an inspection found of one payment; the same finding about the same worker and enterprise is one case. */
function caseOf(item: LockedItem, finding: Pick<NewCase, 'rule' | 'severity' | 'title'>): NewCase {
  const { inspection, itemNumber, enterpriseId, workerId, amountFen } = item;
  return {
    ...finding,
    source: 'inspection',
    subject: { kind: 'worker', id: workerId },
    enterpriseId,
    workerId,
    facts: { inspection, order: itemNumber, amountFen: Number(amountFen) },
    dedupeKey: `${finding.rule}:worker:${workerId}:enterprise:${enterpriseId}`,
  };
}

/** Keeps what was compared for an item (核查结果), once; what differs opens cases. @throws Problem 404; 409 */
export async function checkItem(
  vault: RecordVault,
  tx: Tx,
  command: Command,
  id: number,
  { answers, note, extra }: ItemCheck,
): Promise<void> {
  const item = await lockItem(tx, id);
  if (item.state !== 'open') throw itemChecked();
  const faults = checkFaults(answers);
  const state = faults.length > 0 ? 'found' : 'passed';
  await tx.query(
    'UPDATE risk.inspection_items SET state = $2, answers = $3::jsonb, note = $4, checked_by = $5, checked_at = $6 WHERE id = $1',
    [id, state, JSON.stringify(answers), note ?? null, command.actor.name, command.at],
  );
  // What is told of an inspection is the house's alone: the record names neither worker nor enterprise.
  if (extra !== undefined) {
    const subject = { kind: 'inspection-item', id };
    await keepRecord(vault, tx, command, { ...extra, form: 'risk.inspection', subject });
  }
  await openCases(
    tx,
    command,
    orderChecks
      .filter((check) => faults.includes(check.id))
      .map((check) =>
        caseOf(item, {
          rule: `inspection.${check.id}`,
          severity: answers[check.id] === 'differs' ? 'high' : 'medium',
          title: { zh: `抽查不符：${check.text.zh}`, en: `An inspection found what does not fit: ${check.text.en}` },
        }),
      ),
  );
  await record(tx, command, {
    action: 'inspection-item.check',
    subject: { kind: 'inspection-item', id },
    before: { state: 'open' },
    after: { state, findings: faults.length },
  });
}

/** Keeps a call (电话回访, R8.4), with what it found; misuse opens cases. @throws Problem 404; 409 */
export async function keepInterview(
  vault: RecordVault,
  tx: Tx,
  command: Command,
  itemId: number,
  call: NewInterview,
): Promise<void> {
  const item = await lockItem(tx, itemId);
  const findings = call.answers ? interviewFindings(call.answers) : [];
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO risk.interviews (item_id, outcome, answers, findings, recording, note, called_by, called_at)
     VALUES ($1, $2, $3::jsonb, $4, $5, $6, $7, $8) RETURNING id`,
    [
      itemId,
      call.outcome,
      call.answers ? JSON.stringify(call.answers) : null,
      findings.map(({ finding }) => finding),
      call.recording ?? null,
      call.note ?? null,
      command.actor.name,
      command.at,
    ],
  );
  if (call.extra !== undefined) {
    const subject = { kind: 'interview', id };
    await keepRecord(vault, tx, command, { ...call.extra, form: 'risk.phone-interview', subject });
  }
  await openCases(
    tx,
    command,
    findings.map(({ finding, severity, text }) =>
      caseOf(item, {
        rule: `interview.${finding}`,
        severity,
        title: { zh: `回访异常：${text.zh}`, en: `An interview found something: ${text.en}` },
      }),
    ),
  );
  await record(tx, command, {
    action: 'inspection-item.interview',
    subject: { kind: 'inspection-item', id: itemId },
    after: { id, outcome: call.outcome, findings: findings.length },
  });
}

/** Ends an inspection once every item is checked. @throws Problem 404; 409 `inspection-closed`, `inspection-items-open` */
export async function closeInspection(tx: Tx, command: Command, id: number, summary: string): Promise<void> {
  const before = await readInspection(tx, id, 'FOR UPDATE');
  if (before.state === 'closed') throw inspectionClosed();
  const { open } = await tx.one<{ open: number }>(
    `SELECT count(*)::int AS open FROM risk.inspection_items WHERE inspection_id = $1 AND state = 'open'`,
    [id],
  );
  if (open > 0) throw itemsOpen(open);
  await tx.query(
    `UPDATE risk.inspections SET state = 'closed', summary = $2, closed_by = $3, closed_at = $4 WHERE id = $1`,
    [id, summary, command.actor.name, command.at],
  );
  await record(tx, command, {
    action: 'inspection.close',
    subject: { kind: 'inspection', id },
    before: { state: 'drawn' },
    after: { state: 'closed', text: summary },
  });
}
