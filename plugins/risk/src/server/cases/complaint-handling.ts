import type { Handling, HandlingSource } from '@linggong/studio';
import type { CaseState } from '../../domain';
import { complaintKey } from './complaint-case';

/** Answers shown to whoever complained, the newest: a case that was opened again is answered again. */
const ANSWERS_MAX = 20;

const stateOf: Readonly<Record<CaseState, Handling['state']>> = {
  open: 'received',
  'in-hand': 'in-hand',
  waiting: 'waiting',
  closed: 'answered',
};

/**
 * What whoever complained is told of it (投诉办理情况; GB/T 19012 clauses 7.3, 7.8; R12.2): how far it is, by when it is answered, and the answers.
 * Outcome, grade and reason of the case stay with the house.
 */
export const complaintHandling: HandlingSource = async (db, recordNumber) => {
  const found = await db.maybeOne<{ id: number; state: CaseState; dueAt: Date }>(
    `SELECT id, state, due_at AS "dueAt" FROM risk.cases WHERE source = 'complaint' AND dedupe_key = $1 ORDER BY id DESC LIMIT 1`,
    [complaintKey(recordNumber)],
  );
  if (found === undefined) return undefined;
  const answers = await db.query<Handling['answers'][number]>(
    `SELECT text, at FROM risk.case_steps WHERE case_id = $1 AND step = 'answered' ORDER BY id DESC LIMIT ${ANSWERS_MAX}`,
    [found.id],
  );
  return { state: stateOf[found.state], dueAt: found.dueAt, answers };
};
