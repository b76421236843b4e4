import { refusals, type PaymentGroup, type RefusalCode } from '@linggong/channels';
import type { Command, Database } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import type { CheckRun } from '../check/check-run';
import { enterpriseFacts, type EnterpriseFacts } from '../ports/enterprises';
import type { SettlementTools } from '../tools';
import type { ReadyLine } from './ready-lines';
import type { RefusedLine } from './refused-lines';

/**
 * Blocks lines that the channel of the enterprise's sub-account would refuse as they are – a name, card or bank number that the
 * bank would send back, an amount above its limits (R5.1) –, so that people mend them before anybody confirms. What changes
 * afterwards is still refused before it is sent (`pay/plan-orders.ts`).
 * @param whole what the batch pays, by which its channel is chosen
 */
export async function refuseByChannel(
  { database, channels }: Pick<SettlementTools, 'database' | 'channels'>,
  command: Command,
  { batchId, enterpriseId, day }: CheckRun,
  whole: Pick<PaymentGroup, 'batchFen' | 'payments'>,
  lines: readonly (ReadyLine | RefusedLine)[],
): Promise<(ReadyLine | RefusedLine)[]> {
  // A line of which taxes take everything needs no bank.
  const payable = lines.filter((line): line is ReadyLine => 'tax' in line && line.tax.netFen > 0n);
  const enterprise = await enterpriseFacts(database, enterpriseId);
  const group = { ...whole, bankCode: enterprise?.subAccountBankCode ?? null, day };
  const { channel } = await channels.channelFor(database, group, { kind: 'settlement-batch', id: batchId });
  const codes = await channels.foresee(database, command, day, channel, {
    amounts: payable.map(({ tax }) => tax.netFen),
    of: { subject: { kind: 'settlement-batch', id: batchId }, ids: payable.map(({ id }) => id) },
    orders: () => payoutsOf(database, enterprise, payable, channels.channel(channel).asksIdentity),
  });
  const refused = new Map(payable.map(({ id }, index) => [id, codes[index]]));
  return lines.map((line) => {
    const code = refused.get(line.id);
    return code === undefined ? line : refusedLine(line.id, code);
  });
}

/** What clears a refusal while the batch is still a preview: nothing was sent yet, so there is nothing to pay again. */
function wayOut(code: RefusalCode): Text2 {
  if (code.startsWith('payee-')) {
    return {
      zh: '请更正灵工的姓名、银行卡或联行号，再复核这些行',
      en: 'Correct name, card or CNAPS number of the worker, then check these lines again',
    };
  }
  if (code.startsWith('amount-')) {
    return {
      zh: '请拆分金额，或由财务调整渠道限额，再复核这些行',
      en: 'Split the amount, or have finance change the limits of the channel, then check these lines again',
    };
  }
  return {
    zh: '请财务核对付款渠道的设置，再复核这些行',
    en: 'Have finance check the settings of the channel, then check these lines again',
  };
}

/** Why the bank would refuse it, and what to do. */
export function refusalWords(code: RefusalCode): Text2 {
  const { text } = refusals[code];
  const way = wayOut(code);
  return { zh: `${text.zh}。${way.zh}`, en: `${text.en}. ${way.en}` };
}

function refusedLine(id: bigint, code: RefusalCode): RefusedLine {
  const { zh, en } = refusalWords(code);
  return { id, code: 'channel-refused', params: { reason: zh, reasonEn: en } };
}

interface Payee {
  readonly subject: string;
  readonly cardSealed: string;
  readonly nameSealed: string;
  readonly identitySealed: string | null;
  readonly bankCode: string | null;
}

/** The payments that lines would become, in their order; there are no orders yet, so their places stand for their numbers. */
async function payoutsOf(
  database: Database,
  enterprise: EnterpriseFacts | undefined,
  lines: readonly ReadyLine[],
  asksIdentity: boolean,
) {
  const payees = await database.query<Payee>(
    `SELECT c.subject, c.card_sealed AS "cardSealed", c.holder_sealed AS "nameSealed", c.bank_code AS "bankCode",
            CASE WHEN $2 THEN w.identity_sealed END AS "identitySealed"
       FROM unnest($1::bigint[]) WITH ORDINALITY AS u (id, place) JOIN settlement.lines l ON l.id = u.id
       JOIN parties.published_worker_facts w ON w.worker_id = l.worker_id
       JOIN parties.published_card_facts c ON c.card_id = l.card_id ORDER BY u.place`,
    [lines.map(({ id }) => id), asksIdentity],
  );
  if (payees.length !== lines.length) throw new Error('a quoted line has no worker or card');
  return payees.map((payee, index) => ({
    orderId: index,
    payerAccount: enterprise?.subAccountNumber ?? '',
    payerName: enterprise?.name ?? null,
    payerBankCode: enterprise?.subAccountBankCode ?? null,
    amountFen: lines[index]?.tax.netFen ?? 0n,
    // Their number will be the remark; one of its form stands for it.
    remark: `OR-${index}`,
    payee,
  }));
}
