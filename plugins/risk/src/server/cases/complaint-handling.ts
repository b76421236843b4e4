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

interface FoundCase {
  readonly id: number;
  readonly number: string;
  readonly state: CaseState;
  readonly dueAt: Date;
  readonly heldBy: string | null;
}

/**
 * What whoever complained is told of it (投诉办理情况; GB/T 19012 clauses 7.3, 7.8; R12.2): how far it is, by when it is answered, and the answers.
 * The house is told the case and who holds it as well; outcome, grade and reason stay with risk.
 */
export const complaintHandling: HandlingSource = async (db, recordNumber) => {
  const found = await db.maybeOne<FoundCase>(
    `SELECT id, number, state, due_at AS "dueAt", owner_name AS "heldBy" FROM risk.cases WHERE source = 'complaint' AND dedupe_key = $1 ORDER BY id DESC LIMIT 1`,
    [complaintKey(recordNumber)],
  );
  if (found === undefined) return undefined;
  const answers = await db.query<Handling['answers'][number]>(
    `SELECT text, at FROM risk.case_steps WHERE case_id = $1 AND step = 'answered' ORDER BY id DESC LIMIT ${ANSWERS_MAX}`,
    [found.id],
  );
  const { id, number, state, dueAt, heldBy } = found;
  return { state: stateOf[state], dueAt, answers, handledAs: { id, number, heldBy } };
};
