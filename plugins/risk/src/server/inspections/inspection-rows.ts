import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { versionOf } from '@linggong/studio';
import type { InspectionAnswer, InspectionItemAnswer } from '../../api';

type InspectionRow = Omit<
  InspectionAnswer,
  'planVersionNo' | 'classPolicyVersionNo' | 'strata' | 'checked' | 'found' | 'calls'
>;

const columns = `i.id, i.number, i.title, i.source, i.period_from AS "periodFrom", i.period_to AS "periodTo", i.plan_version AS "planVersion",
  i.seed, i.population, i.population_sha256 AS "populationSha256", i.sample, i.state, i.drawn_by AS "drawnBy", i.drawn_at AS "drawnAt",
  i.class_factors AS "classFactors", i.class_policy_version AS "classPolicyVersion", i.summary, i.closed_by AS "closedBy", i.closed_at AS "closedAt"`;

/** @throws Problem 404 */
export async function readInspection(db: Queryable, id: number, lock: '' | 'FOR UPDATE' = ''): Promise<InspectionRow> {
  const row = await db.maybeOne<InspectionRow>(`SELECT ${columns} FROM risk.inspections i WHERE i.id = $1 ${lock}`, [
    id,
  ]);
  if (!row) throw notFound({ zh: '抽查', en: 'inspection' });
  return row;
}

/** An inspection with its strata and how far it is. @throws Problem 404 */
export async function inspectionAnswer(db: Queryable, id: number): Promise<InspectionAnswer> {
  const row = await readInspection(db, id);
  const strata = await db.query<InspectionAnswer['strata'][number]>(
    `SELECT s.stratum, s.name, s.population, s.sample,
            (count(i.id) FILTER (WHERE i.state <> 'open'))::int AS checked, (count(i.id) FILTER (WHERE i.state = 'found'))::int AS found
       FROM risk.inspection_strata s LEFT JOIN risk.inspection_items i ON i.inspection_id = s.inspection_id AND i.stratum = s.stratum
      WHERE s.inspection_id = $1 GROUP BY s.inspection_id, s.stratum ORDER BY s.stratum`,
    [id],
  );
  const { calls } = await db.one<{ calls: number }>(
    `SELECT count(*)::int AS calls FROM risk.interviews v JOIN risk.inspection_items i ON i.id = v.item_id WHERE i.inspection_id = $1`,
    [id],
  );
  const sum = (of: 'checked' | 'found'): number => strata.reduce((total, one) => total + one[of], 0);
  const planVersionNo = await versionNoOf(db, row.planVersion);
  const classPolicyVersionNo = await versionNoOf(db, row.classPolicyVersion);
  return { ...row, planVersionNo, classPolicyVersionNo, strata, checked: sum('checked'), found: sum('found'), calls };
}

async function versionNoOf(db: Queryable, versionId: number | null): Promise<number | null> {
  return versionId === null ? null : ((await versionOf(db, versionId))?.versionNo ?? null);
}

const itemColumns = `t.id, t.inspection_id AS "inspectionId", t.stratum, t.item_number AS "itemNumber", t.item_id AS "itemId",
  t.enterprise_id AS "enterpriseId", t.worker_id AS "workerId", t.kind_of_work AS "kindOfWork", t.amount_fen AS "amountFen", t.state, t.answers,
  t.note, t.checked_by AS "checkedBy", t.checked_at AS "checkedAt"`;

/** An item with its calls, newest first. @throws Problem 404 */
export async function itemAnswer(db: Queryable, id: number): Promise<InspectionItemAnswer> {
  const row = await db.maybeOne<Omit<InspectionItemAnswer, 'interviews'>>(
    `SELECT ${itemColumns}, w.number AS "workerNumber", e.number AS "enterpriseNumber"
       FROM risk.inspection_items t JOIN parties.published_worker_facts w ON w.worker_id = t.worker_id
       JOIN parties.published_enterprise_facts e ON e.enterprise_id = t.enterprise_id WHERE t.id = $1`,
    [id],
  );
  if (!row) throw notFound({ zh: '样本', en: 'item' });
  const interviews = await db.query<InspectionItemAnswer['interviews'][number]>(
    `SELECT id, outcome, answers, findings, recording, note, called_by AS "calledBy", called_at AS "calledAt"
       FROM risk.interviews WHERE item_id = $1 ORDER BY id DESC LIMIT 50`,
    [id],
  );
  return { ...row, interviews };
}
