import { covers, type RowScope } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import { notFound, shanghaiDay } from '@linggong/core/domain';
import type { AskedExplanation } from '../../../api';
import { explanationState } from '../../../domain';

/** SQL of `explanationState`: explanation `x` of case `c`, as of now. */
export const STATE_OF_EXPLANATION = `CASE WHEN x.answer IS NOT NULL THEN 'answered' WHEN c.state = 'closed' THEN 'dropped'
  WHEN x.due_on < (now() AT TIME ZONE 'Asia/Shanghai')::date THEN 'late' ELSE 'waiting' END`;

/** SQL: business number of the party that is asked by `x`. */
export const PARTY_NUMBER = `CASE x.party_kind
  WHEN 'worker' THEN (SELECT w.number FROM parties.published_worker_facts w WHERE w.worker_id = x.party_id)
  ELSE (SELECT e.number FROM parties.published_enterprise_facts e WHERE e.enterprise_id = x.party_id) END`;

/** SQL: the enterprise or the worker that `x` asks; null where it asks the other kind. */
export const ASKED = {
  enterprise: `(CASE x.party_kind WHEN 'enterprise' THEN x.party_id END)`,
  worker: `(CASE x.party_kind WHEN 'worker' THEN x.party_id END)`,
} as const;

const columns = `x.id, x.number, x.case_id AS "caseId", c.number AS "caseNumber", x.party_kind AS "partyKind",
  ${ASKED.enterprise} AS "enterpriseId", ${ASKED.worker} AS "workerId", ${PARTY_NUMBER} AS "partyNumber", x.question, x.due_on AS "dueOn",
  x.asked_by AS "askedBy", x.asked_at AS "askedAt", x.answer, x.means, x.answered_on AS "answeredOn", x.recorded_by AS "recordedBy",
  x.recorded_at AS "recordedAt", c.state = 'closed' AS "isClosed"`;

/** With what a party is not told, which is taken away on the way out. */
type Whole = AskedExplanation & Record<'caseNumber' | 'askedBy', string> & { readonly caseId: number };
type Row = Omit<Whole, 'state' | 'files'> & { readonly isClosed: boolean };

/** What is asked of a party, with the papers that it sent, as it stands at an instant. @throws Problem 404 also for what is another's */
export async function readExplanation(db: Queryable, scope: RowScope, id: number, at: Date): Promise<Whole> {
  const row = await db.maybeOne<Row>(
    `SELECT ${columns} FROM risk.explanations x JOIN risk.cases c ON c.id = x.case_id WHERE x.id = $1`,
    [id],
  );
  if (!row || !covers(scope, row)) throw notFound({ zh: '说明', en: 'explanation' });
  const files = await db.query<AskedExplanation['files'][number]>(
    `SELECT id, name, content_type AS "contentType", sha256, added_at AS "addedAt" FROM risk.case_evidence
      WHERE explanation_id = $1 ORDER BY id`,
    [id],
  );
  const { isClosed, ...told } = row;
  return { ...told, state: explanationState(row, shanghaiDay(at)), files };
}
