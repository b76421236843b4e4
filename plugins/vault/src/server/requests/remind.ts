import { systemCommand, type Command, type Database } from '@linggong/core';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import { REMIND_DAYS } from '../../domain/data-requests';
import { noteStep } from './data-requests';

const REQUESTS_A_DAY_MAX = 5_000;

/** Reminds of requests that are due within three days or overdue, each once a day: a step, and the event `vault.data-request.due`. */
export async function remindRequests(db: Database, jobs: Jobs, command: Command): Promise<number> {
  const today = shanghaiDay(command.at);
  const own = systemCommand('vault', command.at, command.traceId);
  return db.transaction(async (tx) => {
    const due = await tx.query<{ id: number; number: string; late: boolean }>(
      `UPDATE vault.data_requests SET reminded_on = $1 WHERE id IN (
         SELECT id FROM vault.data_requests WHERE state IN ('received', 'working') AND due_on <= $2
           AND (reminded_on IS NULL OR reminded_on < $1) ORDER BY due_on, id LIMIT ${REQUESTS_A_DAY_MAX} FOR UPDATE)
       RETURNING id, number, due_on < $1 AS late`,
      [today, addDays(today, REMIND_DAYS)],
    );
    for (const { id } of due) await noteStep(tx, own, id, 'reminded');
    await jobs.emitAll(
      tx,
      due.map(({ id, number, late }) => ({
        type: 'vault.data-request.due',
        key: number,
        payload: { requestId: id, late },
      })),
      command,
    );
    return due.length;
  });
}
