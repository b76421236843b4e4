import type { Command, Queryable, Tx } from '@linggong/core';
import { allowedActions, notFound, shanghaiDay, type Text2 } from '@linggong/core/domain';
import { inForce, versionOf, type ConfiguredBy } from '@linggong/studio';
import type { MaterialAnswer } from '../../../api';
import { materialLifecycle } from '../../../domain';
import { PROMOTION_KEY } from '../../../domain/seeds/promotion-checklist';

/** A checklist as Studio holds it. */
export interface Checklist {
  readonly items: readonly {
    readonly id: string;
    readonly text: Text2;
    readonly help?: Text2 | null;
    readonly required: boolean;
    readonly evidence: boolean;
  }[];
}

/** Steps, files and findings shown of one material; the newest. */
const SHOWN_MAX = 200;

export type MaterialRow = Omit<
  MaterialAnswer,
  'allowed' | 'checklist' | 'findings' | 'files' | 'reviews' | 'cases' | 'steps'
> & {
  readonly registeredAccount: number | null;
};

const columns = `m.id, m.number, m.kind, m.title, m.place, m.published_on AS "publishedOn", m.owner, m.state, m.registered_by AS "registeredBy",
  m.registered_account AS "registeredAccount", m.registered_at AS "registeredAt", m.review_by AS "reviewBy"`;

/** @throws Problem 404 */
export async function readMaterial(db: Queryable, id: number, lock: '' | 'FOR UPDATE' = ''): Promise<MaterialRow> {
  const row = await db.maybeOne<MaterialRow>(`SELECT ${columns} FROM risk.materials m WHERE m.id = $1 ${lock}`, [id]);
  if (!row) throw notFound({ zh: '宣传资料', en: 'promotional material' });
  return row;
}

/** The checklist that a review of now goes by. @throws Problem 503 `configuration-missing` */
export function checklistNow(db: Queryable): Promise<ConfiguredBy<Checklist>> {
  return inForce<Checklist>(db, 'checklist', PROMOTION_KEY);
}

/** A material with all that belongs to it, and what its state allows. @throws Problem 404; 503 `configuration-missing` */
export async function materialAnswer(db: Queryable, id: number, at: Date): Promise<MaterialAnswer> {
  const { registeredAccount: _account, ...row } = await readMaterial(db, id);
  const { versionId, versionNo, content } = await checklistNow(db);
  const files = await db.query<MaterialAnswer['files'][number]>(
    `SELECT id, finding_id AS "findingId", name, content_type AS "contentType", bytes, sha256, added_by AS "addedBy", added_at AS "addedAt"
       FROM risk.material_files WHERE material_id = $1 ORDER BY id DESC LIMIT ${SHOWN_MAX}`,
    [id],
  );
  const reviews = await db.query<MaterialAnswer['reviews'][number]>(
    `SELECT id, checklist_version AS "checklistVersion", verdict, note, reviewed_by AS "reviewedBy", reviewed_at AS "reviewedAt"
       FROM risk.material_reviews WHERE material_id = $1 ORDER BY id DESC LIMIT ${SHOWN_MAX}`,
    [id],
  );
  const cases = await db.query<MaterialAnswer['cases'][number]>(
    `SELECT id, number, state, title FROM risk.cases WHERE subject_kind = 'material' AND subject_id = $1::text ORDER BY id DESC LIMIT ${SHOWN_MAX}`,
    [id],
  );
  const steps = await db.query<MaterialAnswer['steps'][number]>(
    `SELECT step, at, actor, text FROM risk.material_steps WHERE material_id = $1 ORDER BY id DESC LIMIT ${SHOWN_MAX}`,
    [id],
  );
  return {
    ...row,
    allowed: allowedActions(materialLifecycle, row.state),
    checklist: { versionId, versionNo, items: content.items.map((item) => ({ ...item, help: item.help ?? null })) },
    findings: await findingsOf(db, id, at),
    files,
    reviews,
    cases,
    steps,
  };
}

type FindingRow = Omit<MaterialAnswer['findings'][number], 'itemText'> & { readonly checklistVersion: number };

async function findingsOf(db: Queryable, id: number, at: Date): Promise<MaterialAnswer['findings']> {
  const rows = await db.query<FindingRow>(
    `SELECT f.id, f.item, f.text, f.severity, f.due_on AS "dueOn", f.state = 'open' AND f.due_on < $2 AS "isLate", f.state, f.rectification,
            f.rectified_by AS "rectifiedBy", f.rectified_at AS "rectifiedAt", r.checklist_version AS "checklistVersion"
       FROM risk.material_findings f JOIN risk.material_reviews r ON r.id = f.review_id
      WHERE f.material_id = $1 ORDER BY f.id DESC LIMIT ${SHOWN_MAX}`,
    [id, shanghaiDay(at)],
  );
  const lists = new Map<number, Checklist | undefined>();
  for (const { checklistVersion } of rows) {
    if (!lists.has(checklistVersion))
      lists.set(checklistVersion, (await versionOf<Checklist>(db, checklistVersion))?.content);
  }
  return rows.map(({ checklistVersion, ...row }) => ({
    ...row,
    // In the words of the checklist that it was found by.
    itemText: lists.get(checklistVersion)?.items.find((item) => item.id === row.item)?.text ?? {
      zh: row.item,
      en: row.item,
    },
  }));
}

export type MaterialStep = 'registered' | 'file-added' | 'reviewed' | 'rectified' | 'overdue' | 'renewed' | 'withdrawn';

/** Writes what happened to a material; nobody changes it afterwards. */
export async function addMaterialStep(
  tx: Tx,
  { actor, at }: Command,
  id: number,
  step: MaterialStep,
  text?: string,
): Promise<void> {
  await tx.query('INSERT INTO risk.material_steps (material_id, step, at, actor, text) VALUES ($1, $2, $3, $4, $5)', [
    id,
    step,
    at,
    actor.name,
    text ?? null,
  ]);
}
