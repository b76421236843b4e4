import { consoleResource, consoleRoutes, scopeBy } from '@linggong/access';
import type { Database } from '@linggong/core';
import { bankFileKinds, bankFileStates } from '../api/bank-files';
import { bankReasonOf, BY_SETTING, payoutStates } from '../domain';

/** What a line of a statement is: ours by its reference, money that came back, or money that came in. */
const LINE_MEANING = `CASE WHEN l.reversal THEN 'return' WHEN l.direction = 'debit' AND l.end_to_end_id IS NOT NULL THEN 'payout'
  WHEN l.direction = 'credit' THEN 'deposit' ELSE 'other' END`;

/** Money that came in and is no deposit yet; `statement_lines_unregistered` holds just these. */
export const LINE_UNREGISTERED = `(l.direction = 'credit' AND NOT l.reversal AND l.deposit_number IS NULL)`;

/** By what the channel of file `f` was chosen (路由依据). */
const routingColumns = {
  routingVersionId: { sql: "(f.routing ->> 'versionId')::int" },
  routingVersionNo: { sql: "(f.routing ->> 'versionNo')::int" },
  routingRow: { sql: "(f.routing ->> 'row')::int" },
  routingBySetting: { sql: `(f.routing ->> 'answer') = '${BY_SETTING}'` },
} as const;

const payouts = consoleResource({
  name: 'payouts',
  resource: 'payout',
  from: `public.payouts p LEFT JOIN channels.payees y ON y.payout_number = p.number
    LEFT JOIN channels.files f ON f.message_id = p.instruction_file`,
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
    ...routingColumns,
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
  from: `(SELECT row_number() OVER (ORDER BY prepared_at, message_id) AS id, f.* FROM channels.files f) f
    LEFT JOIN LATERAL (SELECT min(b.id) AS file_id, count(*)::int AS written FROM channels.bank_files b
      WHERE b.message_id = f.message_id AND b.direction = 'out') b ON true
    LEFT JOIN LATERAL (SELECT count(*)::int AS downloads, max(d.at) AS last FROM channels.bank_file_downloads d
      WHERE d.file_id = b.file_id) d ON true`,
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
    waitsUntil: { sql: "CASE WHEN f.state = 'prepared' THEN f.waits_until END" },
    waitsFor: { sql: "CASE WHEN f.state = 'prepared' THEN f.waits_for END" },
    ...routingColumns,
    bankFileId: { sql: 'b.file_id' },
    downloads: { sql: 'coalesce(d.downloads, 0)' },
  },
  scope: scopeBy({}),
});

const bankFiles = consoleResource({
  name: 'bank-files',
  resource: 'bank-file',
  from: 'channels.bank_files f',
  columns: {
    id: { sql: 'f.id', filter: 'relation', sort: true },
    name: { sql: 'f.name', searched: true },
    channel: { sql: 'f.channel', filter: 'exact' },
    direction: { sql: 'f.direction', filter: 'enum', values: ['out', 'in'] },
    kind: { sql: 'f.kind', filter: 'enum', values: [...bankFileKinds] },
    documentId: { sql: 'f.document_id', filter: 'prefix', searched: true },
    messageId: { sql: 'f.message_id', filter: 'prefix', searched: true },
    state: { sql: 'f.state', filter: 'enum', values: [...bankFileStates] },
    faultCode: { sql: 'f.fault_code', filter: 'exact' },
    faultWhere: { sql: 'f.fault_where' },
    lines: { sql: 'f.lines' },
    answers: { sql: 'f.answers' },
    totalFen: { sql: 'f.total_fen' },
    bytes: { sql: 'f.bytes' },
    way: { sql: 'f.way' },
    at: { sql: 'f.at', filter: 'instant', sort: true },
    downloads: { sql: '(SELECT count(*)::int FROM channels.bank_file_downloads d WHERE d.file_id = f.id)' },
  },
  scope: scopeBy({}),
  detail: async (id, _account, db) => ({
    downloadedBy: await db.query(
      'SELECT actor, reason, at FROM channels.bank_file_downloads WHERE file_id = $1 ORDER BY id DESC LIMIT 100',
      [id],
    ),
  }),
});

const statementLines = consoleResource({
  name: 'statement-lines',
  resource: 'statement-line',
  from: 'channels.statement_lines l',
  columns: {
    id: { sql: 'l.id', filter: 'relation', sort: true },
    channel: { sql: 'l.channel', filter: 'exact' },
    account: { sql: 'l.account', filter: 'exact' },
    bankSerial: { sql: 'l.bank_serial', filter: 'prefix', searched: true },
    bookedOn: { sql: "to_char(l.booked_on, 'YYYY-MM-DD')", sort: true },
    bookedAt: { sql: 'l.booked_at', filter: 'instant', sort: true },
    direction: { sql: 'l.direction', filter: 'enum', values: ['credit', 'debit'] },
    amountFen: { sql: 'l.amount_fen', filter: 'number', sort: true },
    meaning: { sql: LINE_MEANING, filter: 'enum', values: ['payout', 'return', 'deposit', 'other'] },
    depositNumber: { sql: 'l.deposit_number', filter: 'prefix', searched: true },
    unregistered: { sql: LINE_UNREGISTERED, filter: 'boolean', shown: false },
    payerName: { sql: 'l.payer_name' },
    endToEndId: { sql: 'l.end_to_end_id', filter: 'prefix', searched: true },
    remark: { sql: 'l.remark' },
  },
  order: { column: 'bookedAt', direction: 'DESC' },
  scope: scopeBy({}),
});

const channelLimits = consoleResource({
  name: 'channel-limits',
  resource: 'channel-limit',
  from: '(SELECT * FROM channels.limits WHERE replaced_at IS NULL) l',
  columns: {
    id: { sql: 'l.id', sort: true },
    channel: { sql: 'l.channel', filter: 'exact', sort: true },
    lineMaxFen: { sql: 'l.line_max_fen' },
    smallMaxFen: { sql: 'l.small_max_fen' },
    dayMaxFen: { sql: 'l.day_max_fen' },
    hours: {
      sql: "CASE WHEN l.opens_at IS NULL AND l.cut_off_at IS NULL THEN NULL ELSE coalesce(l.opens_at, '00:00') || '–' || coalesce(l.cut_off_at, '24:00') END",
    },
    largeHours: {
      sql: "CASE WHEN l.large_from IS NULL AND l.large_to IS NULL THEN NULL ELSE coalesce(l.large_from, '00:00') || '–' || coalesce(l.large_to, '24:00') END",
    },
    workingDaysOnly: { sql: 'l.working_days_only' },
    validFrom: { sql: "to_char(l.valid_from, 'YYYY-MM-DD')", sort: true },
    validTo: { sql: "to_char(l.valid_to, 'YYYY-MM-DD')" },
    reference: { sql: 'l.reference' },
  },
  scope: scopeBy({}),
});

const channelRoutes = consoleResource({
  name: 'channel-routes',
  resource: 'channel-route',
  from: 'channels.routes r',
  columns: {
    id: { sql: 'r.id', sort: true },
    bankCode: { sql: 'r.bank_code', filter: 'exact' },
    channel: { sql: 'r.channel', filter: 'exact' },
    validFrom: { sql: "to_char(r.valid_from, 'YYYY-MM-DD')", sort: true },
    validTo: { sql: "to_char(r.valid_to, 'YYYY-MM-DD')" },
  },
  scope: scopeBy({}),
});

export const unmatchedAnswerList = consoleResource({
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
    note: { sql: 'u.note', filter: 'enum', values: ['amount-differs', 'reference-unknown', 'state-differs'] },
    amountFen: { sql: 'u.amount_fen' },
    state: { sql: "coalesce(u.resolution, 'open')", filter: 'enum', values: ['open', 'linked', 'dismissed'] },
    resolvedPayout: { sql: 'u.resolved_payout' },
    resolvedBy: { sql: 'u.resolved_by' },
    resolvedReason: { sql: 'u.resolved_reason' },
    resolvedAt: { sql: 'u.resolved_at' },
  },
  scope: scopeBy({}),
});

export const channelsConsole = consoleRoutes([
  payouts,
  payoutFiles,
  bankFiles,
  statementLines,
  unmatchedAnswerList,
  channelLimits,
  channelRoutes,
]);
