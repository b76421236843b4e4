import { record } from '@linggong/audit';
import { creditSubAccount, noteDeposit, SANDBOX_BANK, type Channels, type NotedDeposit } from '@linggong/channels';
import type { Command, Tx } from '@linggong/core';
import { businessNumber, shanghaiDay, type Day } from '@linggong/core/domain';
import { accountOf, ensureEnterpriseAccounts, post } from '@linggong/ledger';
import type { Jobs } from '@linggong/jobs';
import type { Vault } from '@linggong/vault';
import { depositTimes } from '../../domain';
import { enterpriseByAccount, enterpriseFacts, type EnterpriseFacts } from '../ports/enterprises';
import { depositPayer, payerBlind, type DepositPayer, type Receipt } from './deposit-payer';
import { accountMismatch, enterpriseUnknown, payerDiffers, receivedOutside, serialReused } from '../problems';

interface StoredDeposit {
  readonly id: number;
  readonly enterpriseId: number;
  readonly subAccountNumber: string;
  readonly amountFen: bigint;
  readonly payerName: string;
  readonly payerBlind: string | null;
}

export interface RecordedDeposit {
  readonly id: number;
  /** False for a notice that was recorded before. */
  readonly isNew: boolean;
}

export interface DepositTools {
  readonly jobs: Pick<Jobs, 'emit'>;
  readonly channels: Pick<Channels, 'keptBy'>;
  readonly vault: Pick<Vault, 'seal' | 'blind' | 'mask'>;
}

/**
 * As `bookDeposit`; the line of the bank's statement, where one is there, then says as which deposit it is booked.
 */
export async function recordDeposit(
  tools: DepositTools,
  tx: Tx,
  command: Command,
  request: Receipt,
): Promise<RecordedDeposit> {
  const recorded = await bookDeposit(tools, tx, command, request);
  const noted = await tx.one<NotedDeposit>(
    `SELECT number, sub_account_number AS account, bank_serial AS "bankSerial",
            to_char(received_at + interval '8 hours', 'YYYY-MM-DD') AS day FROM public.deposits WHERE id = $1`,
    [recorded.id],
  );
  await noteDeposit(tx, noted);
  return recorded;
}

/**
 * Records money that arrived on an enterprise's sub-account (入金): deposit, ledger, and – in the sandbox – the bank's own
 * books. Sub-account, bank serial and day received make it one (domain.md 7.2): the same notice again is the same deposit,
 * while banks begin their serials anew every day. Where no time is told, a serial that stands already is that receipt. It was
 * received within the last two years, and not later than a clock may differ; in the books it is never later than now.
 * Money of another payer than the enterprise is booked only with a reason, which the deposit and the log keep.
 * @throws Problem 404, 422 `deposit-account-mismatch`, `deposit-received-at`, `deposit-payer-differs`, 409 `deposit-serial-reused` for
 *   the serial with other facts
 */
async function bookDeposit(tools: DepositTools, tx: Tx, command: Command, request: Receipt): Promise<RecordedDeposit> {
  const receivedAt = receivedAtOf(command, request);
  const enterprise = await enterpriseOf(tx, request);
  const account = enterprise.subAccountNumber ?? '';
  const day = shanghaiDay(receivedAt);
  const key = `deposit:${account}:${day}:${request.bankSerial}`;
  const { bankSerial } = request;
  const payer = depositPayer(tools.vault, request.payerName, enterprise.name, { account, bankSerial, day });
  const before = (on: Day | null): Promise<number | undefined> =>
    sameAsBefore(tools.vault, tx, { request, enterprise, payer }, on);
  const known = request.receivedAt === undefined ? await before(null) : undefined;
  const id = known ?? (await insert(tx, command, request, enterprise, { receivedAt, key, payer }));
  if (known !== undefined || id === undefined) return { id: known ?? (await before(day)) ?? 0, isNew: false };
  const isForeign = !payer.isOwn;
  if (isForeign && request.reason === undefined) throw payerDiffers();
  const amountFen = BigInt(request.amountFen);
  const at = receivedAt < command.at ? receivedAt : command.at;
  await ensureEnterpriseAccounts(tx, command, enterprise.id);
  await post(tx, command, [
    {
      key,
      kind: 'deposit',
      occurredAt: at,
      reference: `deposit:${id}`,
      postings: [
        { source: accountOf('deposit', enterprise.id), destination: accountOf('bank', enterprise.id), amountFen },
      ],
    },
  ]);
  // Only the sandbox bank has to be told: a real one told us.
  if ((await tools.channels.keptBy(tx, enterprise.subAccountBankCode, shanghaiDay(command.at))) === SANDBOX_BANK) {
    await creditSubAccount(tx, { account, holder: enterprise.name, amountFen, serial: request.bankSerial, at });
  }
  await record(tx, command, {
    action: 'deposit.record',
    subject: { kind: 'deposit', id },
    ...(isForeign && request.reason !== undefined ? { reason: request.reason } : {}),
    after: {
      enterpriseId: enterprise.id,
      amountFen: amountFen.toString(),
      bankSerial: request.bankSerial,
      ...(isForeign ? { payerDiffers: true } : {}),
    },
  });
  await tools.jobs.emit(
    tx,
    {
      type: 'settlement.deposit.recorded',
      key: `deposit-${id}`,
      payload: { depositId: id, enterpriseId: enterprise.id },
    },
    command,
  );
  return { id, isNew: true };
}

async function enterpriseOf(tx: Tx, { enterpriseId, subAccountNumber }: Receipt): Promise<EnterpriseFacts> {
  const byAccount = subAccountNumber === undefined ? undefined : await enterpriseByAccount(tx, subAccountNumber);
  if (subAccountNumber !== undefined && byAccount === undefined) throw accountMismatch();
  if (enterpriseId !== undefined && byAccount !== undefined && byAccount.id !== enterpriseId) throw accountMismatch();
  const enterprise = byAccount ?? (await enterpriseFacts(tx, enterpriseId ?? 0));
  if (enterprise === undefined) throw enterpriseUnknown();
  if (enterprise.subAccountNumber === null) throw accountMismatch();
  return enterprise;
}

function receivedAtOf(command: Command, { receivedAt }: Receipt): Date {
  if (receivedAt === undefined) return command.at;
  const [at, times] = [new Date(receivedAt), depositTimes(command.at)];
  if (at < times.from || at > times.to) throw receivedOutside(times);
  return at;
}

/** Undefined where the receipt was recorded before: the unique index lets one of two concurrent notices through. */
async function insert(
  tx: Tx,
  command: Command,
  request: Receipt,
  enterprise: EnterpriseFacts,
  { receivedAt, key, payer }: { receivedAt: Date; key: string; payer: DepositPayer },
): Promise<number | undefined> {
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('settlement.deposit_serials') AS serial`);
  const row = await tx.maybeOne<{ id: number }>(
    `INSERT INTO public.deposits (number, enterprise_id, sub_account_number, bank_serial, amount_fen, payer_name, remark,
       state, received_at, booked_at, ledger_key, payer_reason, payer_sealed, payer_blind)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'booked', $8::timestamptz, $9::timestamptz, $10, $11, $12, $13)
     ON CONFLICT (sub_account_number, bank_serial, ((received_at + interval '8 hours')::date)) DO NOTHING RETURNING id`,
    [
      businessNumber('DP', shanghaiDay(command.at), serial),
      enterprise.id,
      enterprise.subAccountNumber,
      request.bankSerial,
      request.amountFen,
      payer.shown,
      request.remark ?? null,
      receivedAt,
      command.at,
      key,
      payer.isOwn ? null : request.reason,
      payer.sealed,
      payer.sealed === null ? null : payer.blind,
    ],
  );
  return row?.id;
}

/** The receipt of that serial on a day (of the latest where the day is null), undefined where none stands. @throws Problem 409 */
async function sameAsBefore(
  vault: Pick<Vault, 'blind'>,
  tx: Tx,
  { request, enterprise, payer }: { request: Receipt; enterprise: EnterpriseFacts; payer: DepositPayer },
  day: Day | null,
): Promise<number | undefined> {
  const stored = await tx.maybeOne<StoredDeposit>(
    `SELECT id, enterprise_id AS "enterpriseId", sub_account_number AS "subAccountNumber", amount_fen AS "amountFen",
            payer_name AS "payerName", payer_blind AS "payerBlind" FROM public.deposits
      WHERE sub_account_number = $1 AND bank_serial = $2 AND ($3::date IS NULL OR (received_at + interval '8 hours')::date = $3)
      ORDER BY received_at DESC LIMIT 1`,
    [enterprise.subAccountNumber, request.bankSerial, day],
  );
  if (stored === undefined) return undefined;
  const same =
    stored.enterpriseId === enterprise.id &&
    stored.amountFen === BigInt(request.amountFen) &&
    (stored.payerBlind ?? payerBlind(vault, stored.payerName)) === payer.blind;
  if (!same) throw serialReused();
  return stored.id;
}
