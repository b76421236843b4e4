import { record, singleEntriesMax } from '@linggong/audit';
import type { Command } from '@linggong/core';
import { isReminderHour, reminderDueBefore } from '../../domain';
import { createPace, withHands } from '../requests/pace';
import type { ESignTools } from '../tools';

/** Contracts reminded of in one round. */
const together = 200;
const hands = 4;
const callMs = 30_000;

interface Due {
  contract_id: number;
  worker_id: number;
  provider: string | null;
  flow_id: string | null;
}

/**
 * Reminds workers of contracts that they were sent and have not signed: at the service where they are to sign there, else by a
 * message. Not at night; at most so many times, so many days apart. Who is told is written down before: a kill in between costs one
 * reminder and never sends two. Gives how many were reminded.
 */
export async function remindSigners(tools: ESignTools, command: Command): Promise<number> {
  const { settings } = tools.signing;
  if (settings.remindersMax === 0 || !isReminderHour(command.at)) return 0;
  const pace = createPace(settings.flowsPerSecond);
  let reminded = 0;
  // Each round takes its contracts out of the due ones.
  for (;;) {
    const due = await takeDue(tools, command);
    await withHands(due, hands, async (one) => {
      await pace();
      await remindOne(tools, command, one);
    });
    reminded += due.length;
    if (due.length < together) return reminded;
  }
}

async function takeDue({ db, signing }: ESignTools, command: Command): Promise<Due[]> {
  const before = reminderDueBefore(command.at, signing.settings);
  return db.transaction(async (tx) => {
    const due = await tx.query<Due>(
      `SELECT c.id AS contract_id, c.worker_id, r.provider, r.flow_id FROM public.contracts c
       LEFT JOIN e_sign.reminders m ON m.contract_id = c.id
       LEFT JOIN e_sign.signature_requests r ON r.contract_id = c.id AND r.state = 'open' AND r.closing_since IS NULL
       WHERE c.state = 'sent' AND c.worker_id IS NOT NULL AND greatest(c.sent_at, m.last_at, r.opened_at) < $1::timestamptz
         AND coalesce(m.sent, 0) < $2 AND (r.flow_id IS NOT NULL OR $3)
       ORDER BY c.id LIMIT $4 FOR UPDATE OF c SKIP LOCKED`,
      [before, signing.settings.remindersMax, signing.codeSender !== undefined, together],
    );
    const ids = due.map(({ contract_id }) => contract_id);
    await tx.query(
      `INSERT INTO e_sign.reminders (contract_id, sent, last_at) SELECT unnest($1::int[]), 1, $2
       ON CONFLICT (contract_id) DO UPDATE SET sent = reminders.sent + 1, last_at = excluded.last_at`,
      [ids, command.at],
    );
    await recordReminded(tx, command, ids);
    return due;
  });
}

async function recordReminded(
  tx: Parameters<typeof record>[0],
  command: Command,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  const action = 'contract.remind';
  const entries =
    ids.length <= singleEntriesMax
      ? ids.map((id) => ({ action, subject: { kind: 'contract', id } }))
      : [{ action, subject: { kind: 'contracts', id: 'sent' }, ids }];
  await record(tx, command, entries);
}

/** Not told is not worth a second try: the next reminder comes by itself. */
async function remindOne(
  { db, parties, signing }: ESignTools,
  command: Command,
  { worker_id, provider, flow_id }: Due,
): Promise<void> {
  const signal = AbortSignal.timeout(callMs);
  if (provider !== null && flow_id !== null) {
    await signing.providers.get(provider)?.remind(flow_id, { signal });
    return;
  }
  const [person] = await parties.openIdentities(db, command, [worker_id], 'signing-reminder');
  if (person !== undefined) await signing.codeSender?.sendReminder({ phone: person.phone }, signal);
}
