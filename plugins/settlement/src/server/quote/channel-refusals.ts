import { refusals, type RefusalCode } from '@linggong/channels';
import type { Database } from '@linggong/core';
import type { CheckRun } from '../check/check-run';
import { enterpriseFacts, type EnterpriseFacts } from '../ports/enterprises';
import type { SettlementTools } from '../tools';
import type { ReadyLine } from './ready-lines';
import type { RefusedLine } from './refused-lines';

/**
 * Blocks lines that the channel of the enterprise's sub-account would refuse as they are – a name, card or bank number that the
 * bank would send back, an amount above its limits (R5.1) –, so that people mend them before anybody confirms. What changes
 * afterwards is still refused before it is sent (`pay/plan-orders.ts`).
 */
export async function refuseByChannel(
  { database, channels }: Pick<SettlementTools, 'database' | 'channels'>,
  { enterpriseId, day }: CheckRun,
  lines: readonly (ReadyLine | RefusedLine)[],
): Promise<(ReadyLine | RefusedLine)[]> {
  // A line of which taxes take everything needs no bank.
  const payable = lines.filter((line): line is ReadyLine => 'tax' in line && line.tax.netFen > 0n);
  const enterprise = await enterpriseFacts(database, enterpriseId);
  const channel = await channels.channelFor(database, enterprise?.subAccountBankCode ?? null, day);
  const codes = await channels.foresee(
    database,
    day,
    channel,
    payable.map(({ tax }) => tax.netFen),
    () => payoutsOf(database, enterprise, payable, channels.channel(channel).asksIdentity),
  );
  const refused = new Map(payable.map(({ id }, index) => [id, codes[index]]));
  return lines.map((line) => {
    const code = refused.get(line.id);
    return code === undefined ? line : refusedLine(line.id, code);
  });
}

function refusedLine(id: bigint, code: RefusalCode): RefusedLine {
  const { text } = refusals[code];
  return { id, code: 'channel-refused', params: { reason: text.zh, reasonEn: text.en } };
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
