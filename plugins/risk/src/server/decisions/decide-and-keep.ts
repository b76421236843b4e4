import type { Command, Tx } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import { appendDecisions } from './append-decisions';
import { decide, type Decided, type DecisionRequest } from './decide';

/** Decisions in one event: whoever hears it looks at them one by one. */
const idsPerEvent = 200;

/** Told where something was not approved: `{ moment, decisionIds }`, ids as text. */
const STOPPED = 'risk.decision.stopped';

/** Decides, keeps what was decided, and tells what was not approved, in the caller's transaction. */
export async function decideAndKeep(
  tx: Tx,
  jobs: Pick<Jobs, 'emit'>,
  command: Command,
  request: DecisionRequest,
): Promise<Decided> {
  const decided = await decide(tx, request);
  await keepAndTell(tx, jobs, command, decided);
  return decided;
}

/** Keeps what was decided, and tells what was not approved, in the caller's transaction. */
export async function keepAndTell(tx: Tx, jobs: Pick<Jobs, 'emit'>, command: Command, decided: Decided): Promise<void> {
  const stopped = await appendDecisions(tx, decided);
  for (let start = 0; start < stopped.length; start += idsPerEvent) {
    const decisionIds = stopped.slice(start, start + idsPerEvent).map(String);
    const key = `decision-${decisionIds[0] ?? ''}`;
    await jobs.emit(tx, { type: STOPPED, key, payload: { moment: decided.request.moment, decisionIds } }, command);
  }
}
