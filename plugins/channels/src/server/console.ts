import { consoleResource, consoleRoutes, scopeBy } from '@linggong/access';
import type { Database } from '@linggong/core';
import { bankReasonOf, payoutStates } from '../domain';

const payouts = consoleResource({
  name: 'payouts',
  resource: 'payout',
  from: 'public.payouts p LEFT JOIN channels.payees y ON y.payout_number = p.number',
  columns: {
    id: { sql: 'p.id', filter: 'relation', sort: true },
    number: { sql: 'p.number', filter: 'prefix', sort: true, searched: true },
    orderId: { sql: 'p.order_id', filter: 'relation' },
    attempt: { sql: 'p.attempt' },
    channel: { sql: 'p.channel', filter: 'exact' },
    payerAccount: { sql: 'y.payer_account', filter: 'exact' },
    amountFen: { sql: 'p.amount_fen', filter: 'number', sort: true, sum: true },
    state: { sql: 'p.state', filter: 'enum', values: payoutStates, sort: true },
    instructionFile: { sql: 'p.instruction_file', filter: 'exact' },
    bankReference: { sql: 'p.bank_reference', filter: 'exact' },
    reasonCode: { sql: 'p.reason_code', filter: 'exact' },
    preparedAt: { sql: 'p.prepared_at', filter: 'instant', sort: true },
    sentAt: { sql: 'p.sent_at', filter: 'instant', sort: true },
    settledAt: { sql: 'p.settled_at', filter: 'instant', sort: true },
    rejectedAt: { sql: 'p.rejected_at', filter: 'instant', sort: true },
    returnedAt: { sql: 'p.returned_at', filter: 'instant', sort: true },
  },
  // A payout carries no enterprise of its own: enterprises and workers see its outcome on their orders.
  scope: scopeBy({}),
  detail: payoutDetail,
});

async function payoutDetail(id: number, _account: unknown, db: Database): Promise<object> {
  const row = await db.one<{ reasonCode: string | null }>(
    'SELECT reason_code AS "reasonCode" FROM public.payouts WHERE id = $1',
    [id],
  );
  return { reason: row.reasonCode === null ? null : bankReasonOf(row.reasonCode) };
}

const payoutFiles = consoleResource({
  name: 'payout-files',
  resource: 'payout-file',
  from: '(SELECT row_number() OVER (ORDER BY prepared_at, message_id) AS id, f.* FROM channels.files f) f',
  columns: {
    id: { sql: 'f.id', sort: true },
    messageId: { sql: 'f.message_id', filter: 'prefix', searched: true },
    channel: { sql: 'f.channel', filter: 'exact' },
    state: { sql: 'f.state', filter: 'enum', values: ['prepared', 'sending', 'sent'] },
    lines: { sql: 'f.lines', sum: true },
    totalFen: { sql: 'f.total_fen', sort: true, sum: true },
    preparedAt: { sql: 'f.prepared_at', filter: 'instant', sort: true },
    handedOverAt: { sql: 'f.handed_over_at', filter: 'instant', sort: true },
    confirmedAt: { sql: 'f.confirmed_at', filter: 'instant', sort: true },
  },
  scope: scopeBy({}),
});

const unmatchedAnswers = consoleResource({
  name: 'unmatched-answers',
  resource: 'unmatched-answer',
  from: 'channels.unmatched_answers u',
  columns: {
    id: { sql: 'u.id', sort: true },
    channel: { sql: 'u.channel', filter: 'exact' },
    endToEndId: { sql: 'u.end_to_end_id', filter: 'prefix', searched: true },
    status: { sql: 'u.status', filter: 'enum', values: ['settled', 'rejected', 'returned'] },
    reasonCode: { sql: 'u.reason_code', filter: 'exact' },
    bankReference: { sql: 'u.bank_reference', filter: 'exact' },
    payoutState: { sql: 'u.payout_state', filter: 'exact' },
    answeredAt: { sql: 'u.answered_at', filter: 'instant', sort: true },
    receivedAt: { sql: 'u.received_at', filter: 'instant', sort: true },
  },
  scope: scopeBy({}),
});

export const channelsConsole = consoleRoutes([payouts, payoutFiles, unmatchedAnswers]);
