import type { Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { criteriaOf, recordDataOf, versionOf } from '@linggong/studio';
import type { VisitAnswerBody, VisitConclusion, VisitsAnswer } from '../../api';
import { visitsAsked } from '../../domain/site-visit';
import { admissionCriteria } from '../../domain/seeds/admission-criteria';

/** Visits of one enterprise that are shown; the newest. */
const SHOWN_MAX = 50;

/** A checklist as Studio holds it. */
export interface VisitChecklist {
  readonly items: readonly (Pick<VisitAnswerBody['items'][number], 'id' | 'text' | 'required' | 'evidence'> & {
    readonly help?: VisitAnswerBody['items'][number]['help'];
  })[];
}

export interface VisitRow extends Omit<VisitAnswerBody, 'items' | 'checklistNo'> {
  readonly answers: VisitConclusion['answers'] | null;
}

const columns = `v.id, v.visited_on AS "visitedOn", v.companion, v.checklist_version AS "checklistVersion", v.begun_by AS "begunBy",
  v.begun_at AS "begunAt", v.verdict, v.note, v.concluded_by AS "concludedBy", v.concluded_at AS "concludedAt", v.answers`;

/** @throws Problem 404 where the enterprise has no such visit */
export async function lockVisit(tx: Queryable, enterpriseId: number, visitId: number): Promise<VisitRow> {
  const row = await tx.maybeOne<VisitRow>(
    `SELECT ${columns} FROM parties.site_visits v WHERE v.id = $1 AND v.enterprise_id = $2 FOR UPDATE`,
    [visitId, enterpriseId],
  );
  if (row === undefined) throw notFound({ zh: '现场核查', en: 'site visit' });
  return row;
}

/** The checklist that a visit keeps. @throws Error where its version is gone, which no rule allows */
export async function checklistOf(
  db: Queryable,
  versionId: number,
): Promise<{ readonly no: number; readonly content: VisitChecklist }> {
  const version = await versionOf<VisitChecklist>(db, versionId);
  if (version === undefined) throw new Error(`version ${versionId} of a checklist is gone`);
  return { no: version.versionNo, content: version.content };
}

/** What an enterprise expects to pay out a month, as its application says in the form of admission. Fen. */
async function monthlyOf(db: Queryable, enterpriseId: number): Promise<number | undefined> {
  const data = await recordDataOf(db, 'parties.enterprise', { kind: 'enterprise', id: enterpriseId });
  const amount = data?.['monthly-volume'];
  return typeof amount === 'number' ? amount : undefined;
}

/** Whether a visit of the application under way is asked for, by the criteria that its review keeps, and whether one passed. */
export async function visitStanding(
  db: Queryable,
  enterpriseId: number,
): Promise<Pick<VisitsAnswer, 'asked' | 'isVisited'>> {
  const { content } = await criteriaOf(db, 'enterprise', enterpriseId, admissionCriteria);
  const asked = visitsAsked(content.criteria, await monthlyOf(db, enterpriseId));
  const passed = await db.maybeOne(
    `SELECT 1 FROM parties.site_visits v JOIN public.enterprises e ON e.id = v.enterprise_id
      WHERE v.enterprise_id = $1 AND v.verdict = 'passed' AND v.begun_at >= coalesce(e.submitted_at, v.begun_at) LIMIT 1`,
    [enterpriseId],
  );
  return {
    asked: asked.map(({ id, title, visitAboveFen }) => ({ id, title, visitAboveFen: visitAboveFen ?? 0 })),
    isVisited: passed !== undefined,
  };
}

/** The visits to an enterprise, each by its own version of the checklist, newest first. */
export async function visitsOf(db: Queryable, enterpriseId: number): Promise<VisitsAnswer> {
  const rows = await db.query<VisitRow>(
    `SELECT ${columns} FROM parties.site_visits v WHERE v.enterprise_id = $1 ORDER BY v.id DESC LIMIT ${SHOWN_MAX}`,
    [enterpriseId],
  );
  const files = await db.query<FileRow>(
    `SELECT visit_id AS "visitId", item, id, content_type AS "contentType", bytes, sha256, added_by AS "addedBy", added_at AS "addedAt"
       FROM parties.site_visit_files WHERE visit_id = ANY ($1::int[]) ORDER BY id`,
    [rows.map(({ id }) => id)],
  );
  const lists = new Map<number, Awaited<ReturnType<typeof checklistOf>>>();
  for (const { checklistVersion: version } of rows)
    if (!lists.has(version)) lists.set(version, await checklistOf(db, version));
  const visits = rows.flatMap((row) => {
    const list = lists.get(row.checklistVersion);
    return list === undefined ? [] : [visitAnswer(row, list, files)];
  });
  return { ...(await visitStanding(db, enterpriseId)), visits };
}

interface FileRow extends VisitFile {
  readonly visitId: number;
  readonly item: string;
}
type VisitFile = VisitAnswerBody['items'][number]['files'][number];

function visitAnswer(
  { answers, ...row }: VisitRow,
  { no, content }: Awaited<ReturnType<typeof checklistOf>>,
  files: readonly FileRow[],
): VisitAnswerBody {
  const given = new Map((answers ?? []).map((one) => [one.item, one]));
  const items = content.items.map(({ id, text, help, required, evidence }) => ({
    id,
    text,
    help: help ?? null,
    required,
    evidence,
    answer: given.get(id)?.answer ?? null,
    note: given.get(id)?.note ?? null,
    files: files
      .filter(({ visitId, item }) => visitId === row.id && item === id)
      .map(({ visitId: _visit, item: _item, ...file }) => file),
  }));
  return { ...row, checklistNo: no, items };
}
