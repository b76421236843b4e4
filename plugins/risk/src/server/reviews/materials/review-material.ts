import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { addDays, illegalTransition, shanghaiDay, step } from '@linggong/core/domain';
import { kinds } from '@linggong/studio/domain';
import { pin } from '@linggong/studio';
import { z } from 'zod';
import type { MaterialReview } from '../../../api';
import { materialLifecycle, reviewBy, type NewCase, type Severity } from '../../../domain';
import { openCases } from '../../cases/open-cases';
import { checklistChanged, dueInPast, ownMaterial, reviewIncomplete } from './material-problems';
import { addMaterialStep, checklistNow, readMaterial, type Checklist, type MaterialRow } from './material-rows';

const verdictShape = z.object({
  verdict: z.enum(['passed', 'failed', 'incomplete']),
  missing: z.array(z.string()),
  withoutEvidence: z.array(z.string()),
  unknown: z.array(z.string()),
});

/** Days within which a finding has to be put right. */
const DUE_DAYS_MAX = 365;

/**
 * Reviews material by the checklist in force (宣传资料审查), anew after a rectification too: what does not hold becomes a finding with its day; what
 * was rectified counts as looked at again. A critical finding is a case at once.
 * @throws Problem 404; 409 `illegal-transition`, `material-own`, `material-checklist-changed`; 422 `material-review-incomplete`, `material-due-past`
 */
export async function reviewMaterial(tx: Tx, command: Command, id: number, review: MaterialReview): Promise<void> {
  const before = await readMaterial(tx, id, 'FOR UPDATE');
  const list = await checklistNow(tx);
  if (list.versionId !== review.checklistVersion) throw checklistChanged();
  const verdict = await verdictOf(tx, before, list.content, review);
  const action = verdict === 'passed' ? 'pass' : 'fail';
  const next = step(materialLifecycle, before.state, action);
  if (!next.ok) throw illegalTransition(materialLifecycle, before.state, action);
  await demandOther(tx, command, before);
  demandDue(command, review);
  const reviewId = await keepReview(tx, command, id, review, verdict);
  await pin(tx, { kind: 'promotional-material', ids: [id] }, list.versionId, command.at);
  await tx.query(
    `UPDATE risk.material_findings SET state = 'cleared', cleared_by_review = $2 WHERE material_id = $1 AND state = 'rectified'`,
    [id, reviewId],
  );
  const found = await keepFindings(tx, id, reviewId, review);
  await tx.query('UPDATE risk.materials SET state = $2, review_by = $3 WHERE id = $1', [
    id,
    next.to,
    verdict === 'passed' ? reviewBy(shanghaiDay(command.at)) : null,
  ]);
  await addMaterialStep(tx, command, id, 'reviewed', review.note);
  await openCritical(tx, command, before, review);
  await record(tx, command, {
    action: 'promotional-material.review',
    subject: { kind: 'promotional-material', id },
    before: { state: before.state },
    after: { state: next.to, outcome: verdict, findings: found },
  });
}

/** The captures of the material are the evidence of every item that asks for some. @throws Problem 422 `material-review-incomplete` */
async function verdictOf(
  tx: Tx,
  { id }: MaterialRow,
  list: Checklist,
  { answers }: MaterialReview,
): Promise<'passed' | 'failed'> {
  const { captures } = await tx.one<{ captures: number }>(
    'SELECT least(count(*), 100)::int AS captures FROM risk.material_files WHERE material_id = $1 AND finding_id IS NULL',
    [id],
  );
  const kind = kinds.find((one) => one.kind === 'checklist');
  if (!kind) throw new Error('there is no kind of checklist');
  const given = { answers: answers.map(({ item, answer }) => ({ item, answer, evidence: captures })) };
  // The content was read by its kind before it was stored.
  const { outcome } = kind.evaluate(list as never, given);
  const { verdict, missing, withoutEvidence, unknown } = verdictShape.parse(outcome);
  const lacking = [...missing, ...withoutEvidence, ...unknown];
  if (lacking.length > 0 || verdict === 'incomplete') {
    const wordOf = new Map(list.items.map((item) => [item.id, item.text]));
    throw reviewIncomplete(lacking.slice(0, 5).map((item) => wordOf.get(item) ?? { zh: item, en: item }));
  }
  return verdict;
}

async function demandOther(tx: Tx, { actor }: Command, { id, registeredAccount }: MaterialRow): Promise<void> {
  const account = actor.accountId;
  if (account === undefined) return;
  const rectified = await tx.maybeOne(
    `SELECT 1 FROM risk.material_findings WHERE material_id = $1 AND state = 'rectified' AND rectified_account = $2`,
    [id, account],
  );
  if (registeredAccount === account || rectified) throw ownMaterial();
}

function demandDue({ at }: Command, { answers }: MaterialReview): void {
  const today = shanghaiDay(at);
  const last = addDays(today, DUE_DAYS_MAX);
  if (answers.some(({ finding }) => finding && (finding.dueOn <= today || finding.dueOn > last))) throw dueInPast();
}

async function keepReview(
  tx: Tx,
  { actor, at }: Command,
  id: number,
  { checklistVersion, answers, note }: MaterialReview,
  verdict: 'passed' | 'failed',
): Promise<number> {
  const told = answers.map(({ item, answer }) => ({ item, answer }));
  const row = await tx.one<{ id: number }>(
    `INSERT INTO risk.material_reviews (material_id, checklist_version, answers, verdict, note, reviewed_by, reviewed_account, reviewed_at)
     VALUES ($1, $2, $3::jsonb, $4, $5, $6, $7, $8) RETURNING id`,
    [id, checklistVersion, JSON.stringify(told), verdict, note ?? null, actor.name, actor.accountId ?? null, at],
  );
  return row.id;
}

async function keepFindings(tx: Tx, id: number, reviewId: number, { answers }: MaterialReview): Promise<number> {
  const rows = answers.flatMap(({ item, finding }) => (finding ? [{ item, ...finding }] : []));
  await tx.query(
    `INSERT INTO risk.material_findings (material_id, review_id, item, text, severity, due_on)
     SELECT $1, $2, f.* FROM unnest($3::text[], $4::text[], $5::text[], $6::date[]) AS f`,
    [
      id,
      reviewId,
      rows.map(({ item }) => item),
      rows.map(({ text }) => text),
      rows.map(({ severity }) => severity),
      rows.map(({ dueOn }) => dueOn),
    ],
  );
  return rows.length;
}

async function openCritical(
  tx: Tx,
  command: Command,
  material: MaterialRow,
  { answers }: MaterialReview,
): Promise<void> {
  const items = answers.flatMap(({ item, finding }) => (finding?.severity === 'critical' ? [item] : []));
  await openCases(
    tx,
    command,
    items.map((item) =>
      materialCase(material, {
        rule: 'material.critical',
        severity: 'critical',
        title: { zh: '宣传资料有严重问题', en: 'Promotional material has a critical finding' },
        item,
      }),
    ),
  );
}

/** A case about a material; the same rule about the same material is one case. */
export function materialCase(
  { id, number }: Pick<MaterialRow, 'id' | 'number'>,
  { rule, severity, title, item }: Pick<NewCase, 'rule' | 'title'> & { severity: Severity; item: string },
): NewCase {
  return { source: 'material', rule, subject: { kind: 'material', id }, severity, title, facts: { number, item } };
}
