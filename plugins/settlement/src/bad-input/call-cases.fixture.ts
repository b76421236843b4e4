import { postByTwo } from '@linggong/database/testing';
import { csv, rowOf } from '../server/settlement.fixture';
import { personAt, type Answer, type BadInputKit, type Language } from './kit.fixture';

/** A call that is refused because of what it says, or of when it comes. */
export interface CallCase {
  readonly input: string;
  readonly status: number;
  readonly code: string;
  /** Prepares what the call stands on; then the call itself is made once for each language. */
  prepare(kit: BadInputKit): Promise<(language: Language) => Promise<Answer>>;
}

const BATCHES = '/api/v1/settlement-batches';
const confirm = (kit: BadInputKit, id: number, quoteVersion: number, language?: Language) =>
  kit.call('post', `${BATCHES}/${id}/confirm`, { quoteVersion }, language === undefined ? {} : { language });

let serials = 0;
const payIn = (kit: BadInputKit, amountFen: number) =>
  postByTwo(kit.app, { maker: 'finance-officer', decider: 'finance-approver' }, '/api/v1/deposits', {
    enterpriseId: kit.enterpriseId,
    bankSerial: `BI-${(serials += 1)}`,
    amountFen,
    payerName: '湖南测试企业E-1',
  });

/** A quoted batch that pays one person, with money on the deposit. */
async function ready(kit: BadInputKit, place: number, amount: string): Promise<number> {
  await payIn(kit, 20_000_000);
  return kit.quoted([rowOf(personAt(kit, place), await kit.task(), amount)]);
}

const uploads: readonly CallCase[] = [
  {
    input: 'the same file twice',
    status: 409,
    code: 'sheet-already-uploaded',
    prepare: async (kit) => {
      const bytes = Buffer.from(csv([rowOf(personAt(kit, 0), await kit.task(), '7.77')]));
      expect((await kit.upload(bytes, 'a.csv')).status).toBe(202);
      return (language) => kit.upload(bytes, 'a.csv', language);
    },
  },
  {
    input: 'an unknown field in JSON (`bonus`)',
    status: 400,
    code: 'input-invalid',
    prepare: async (kit) => {
      const { name, identityNumber, cardNumber } = personAt(kit, 0);
      const line = { name, identityNumber, cardNumber, taskNumber: await kit.task(), amountFen: 100, bonus: 1 };
      return (language) => kit.call('post', BATCHES, { lines: [line] }, { language });
    },
  },
];

const confirmations: readonly CallCase[] = [
  {
    input: 'a deposit that is too low',
    status: 409,
    code: 'deposit-insufficient',
    prepare: async (kit) => {
      const task = await kit.task();
      const rows = [1, 2, 3].map((place) => rowOf(personAt(kit, place), task, '30000.00'));
      const id = await kit.quoted(rows);
      return (language) => confirm(kit, id, 1, language);
    },
  },
  {
    input: 'confirming after the quote has expired',
    status: 409,
    code: 'quote-expired',
    prepare: async (kit) => {
      const id = await ready(kit, 1, '8.00');
      await kit.db.query(
        `UPDATE public.settlement_batches SET quote_expires_at = now() - interval '1 second' WHERE id = $1`,
        [id],
      );
      return (language) => confirm(kit, id, 1, language);
    },
  },
  {
    input: 'confirming another version than the one in force',
    status: 409,
    code: 'quote-stale',
    prepare: async (kit) => {
      const id = await ready(kit, 1, '8.01');
      return (language) => confirm(kit, id, 7, language);
    },
  },
  {
    input: 'a quote that another batch made stale: the answer carries the new quote',
    status: 409,
    code: 'quote-stale',
    prepare: async (kit) => {
      const id = await ready(kit, 2, '20000.00');
      const version = { value: 1 };
      return async (language) => {
        // Each time another batch of the same worker is confirmed first, so that his tax has moved.
        const other = await ready(kit, 2, '20000.00');
        expect((await confirm(kit, other, 1)).status).toBe(200);
        const answer = await confirm(kit, id, version.value, language);
        expect(answer.body).toMatchObject({ cause: 'taxes', quote: { ready: 1, grossFen: 2_000_000 } });
        expect(answer.body.quoteVersion).toBe(version.value + 1);
        version.value += 1;
        return answer;
      };
    },
  },
];

const deposits: readonly CallCase[] = [
  {
    input: 'a deposit for the account of another enterprise',
    status: 422,
    code: 'deposit-account-mismatch',
    prepare: (kit) => {
      const body = { enterpriseId: kit.enterpriseId, bankSerial: 'BI-X', amountFen: 1, payerName: '甲' };
      const subAccountNumber = accountNumber(kit.otherId);
      return Promise.resolve((language: Language) =>
        kit.call('post', '/api/v1/deposits', { ...body, subAccountNumber }, { who: 'officer', language }),
      );
    },
  },
  {
    input: 'a deposit that another than the enterprise paid, without a reason',
    status: 422,
    code: 'deposit-payer-differs',
    prepare: (kit) => {
      const body = { enterpriseId: kit.enterpriseId, bankSerial: 'BI-Y', amountFen: 1, payerName: '甲' };
      return Promise.resolve((language: Language) =>
        kit.call('post', '/api/v1/deposits', body, { who: 'officer', language }),
      );
    },
  },
  {
    input: 'a deposit that says neither enterprise nor sub-account',
    status: 400,
    code: 'input-invalid',
    prepare: (kit) => {
      const body = { bankSerial: 'BI-Z', amountFen: 1, payerName: '甲' };
      return Promise.resolve((language: Language) =>
        kit.call('post', '/api/v1/deposits', body, { who: 'officer', language }),
      );
    },
  },
  {
    input: 'a deposit file with a row of another account',
    status: 422,
    code: 'deposit-rows-refused',
    prepare: (kit) => {
      const rows = [kit.enterpriseId, kit.otherId].map(
        (id) => `${accountNumber(id)},BI-F${id},10.00,湖南测试企业E-1,2026-11-20 09:30:00`,
      );
      const file = Buffer.from(`收款账号,银行流水号,到账金额,付款人,到账时间\n${rows.join('\n')}\n`);
      return Promise.resolve((language: Language) => importDeposits(kit, file, kit.enterpriseId, language));
    },
  },
];

export const callCases: readonly CallCase[] = [...uploads, ...confirmations, ...deposits];

/** Number of the sub-account that the fixture opens for an enterprise. */
export function accountNumber(enterpriseId: number): string {
  return `31006601880000${String(enterpriseId).padStart(5, '0')}`;
}

export async function importDeposits(
  kit: BadInputKit,
  file: Buffer,
  enterpriseId: number,
  language: Language = 'zh-CN',
): Promise<Answer> {
  const token = await kit.app.token('finance-officer');
  const { status, body } = await kit.app.http
    .post(`/api/v1/deposits/imports?enterpriseId=${enterpriseId}`)
    .set({ Authorization: `Bearer ${token}`, 'Accept-Language': language })
    .attach('file', file, '入金.csv');
  return { status, body: body as Answer['body'] };
}
