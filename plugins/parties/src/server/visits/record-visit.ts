import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import { inForce, pin } from '@linggong/studio';
import type { NewVisit, VisitConclusion } from '../../api';
import { siteVisit } from '../../domain/seeds/site-visit';
import { lockEnterprise } from '../enterprises/enterprise-rows';
import { addStep } from '../enterprises/enterprise-steps';
import { companionUnknown, visitDay, visitEnded, visitOpen, visitTooLate } from './visit-problems';
import { checklistOf, lockVisit } from './visit-rows';
import { verdictOf } from './visit-verdict';

/** A visit is recorded while it is remembered. */
const DAYS_BACK = 30;

/**
 * A visit to where an enterprise does its business begins (现场核查): it goes by the checklist in force now, whatever comes into force before it
 * ends. One at a time, and none to whom the platform has left: one that had begun before may still be concluded, so that what was seen is kept.
 * @returns its row number
 * @throws Problem 404; 409 `site-visit-open`, `site-visit-offboarded`; 422 `site-visit-day`, `site-visit-companion`; 503 `configuration-missing`
 */
export async function beginVisit(
  tx: Tx,
  command: Command,
  enterpriseId: number,
  { visitedOn, companion }: NewVisit,
): Promise<number> {
  const { actor, at } = command;
  const { state } = await lockEnterprise(tx, enterpriseId);
  if (state === 'offboarded') throw visitTooLate();
  const today = shanghaiDay(at);
  if (visitedOn > today || visitedOn < addDays(today, -DAYS_BACK)) throw visitDay();
  if (companion !== undefined) await demandCompanion(tx, companion, actor.accountId);
  if (
    await tx.maybeOne('SELECT 1 FROM parties.site_visits WHERE enterprise_id = $1 AND verdict IS NULL', [enterpriseId])
  )
    throw visitOpen();
  const { versionId } = await inForce(tx, 'checklist', siteVisit.key);
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO parties.site_visits (enterprise_id, visited_on, checklist_version, companion, begun_by, begun_account, begun_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [enterpriseId, visitedOn, versionId, companion ?? null, actor.name, actor.accountId ?? null, at],
  );
  await pin(tx, { kind: 'site-visit', ids: [id] }, versionId, at);
  await record(tx, command, {
    action: 'enterprise.begin-visit',
    subject: { kind: 'enterprise', id: enterpriseId },
    after: { visit: id, visitedOn },
  });
  return id;
}

async function demandCompanion(tx: Tx, companion: string, accountId: number | undefined): Promise<void> {
  const known = await tx.maybeOne(
    'SELECT 1 FROM access.published_role_holders WHERE name = $1 AND account_id IS DISTINCT FROM $2',
    [companion, accountId ?? null],
  );
  if (!known) throw companionUnknown();
}

/**
 * A visit ends with the verdict of its checklist, and stands in the history of the enterprise. It moves no state.
 * @throws Problem 404; 409 `site-visit-ended`; 422 `site-visit-incomplete`
 */
export async function concludeVisit(
  tx: Tx,
  command: Command,
  { id, visitId }: { readonly id: number; readonly visitId: number },
  { answers, note }: VisitConclusion,
): Promise<void> {
  const { state } = await lockEnterprise(tx, id);
  const visit = await lockVisit(tx, id, visitId);
  if (visit.verdict !== null) throw visitEnded();
  const { no, content } = await checklistOf(tx, visit.checklistVersion);
  const verdict = verdictOf(content, answers, await evidenceOf(tx, visitId));
  await tx.query(
    `UPDATE parties.site_visits SET answers = $2::jsonb, verdict = $3, note = $4, concluded_by = $5, concluded_at = $6 WHERE id = $1`,
    [visitId, JSON.stringify(answers), verdict, note ?? null, command.actor.name, command.at],
  );
  await addStep(tx, command, {
    enterpriseId: id,
    action: 'visit',
    from: state,
    to: state,
    criterion: `${verdict === 'passed' ? '✓' : '✗'} (v${no})`,
  });
  await record(tx, command, {
    action: 'enterprise.conclude-visit',
    subject: { kind: 'enterprise', id },
    after: { visit: visitId, versionNo: no, verdict },
  });
}

/** How much shows each item. */
async function evidenceOf(tx: Tx, visitId: number): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ item: string; count: number }>(
    'SELECT item, count(*)::int AS count FROM parties.site_visit_files WHERE visit_id = $1 GROUP BY item',
    [visitId],
  );
  return new Map(rows.map(({ item, count }) => [item, count]));
}
