import type { SandboxCase } from '@linggong/channels';
import type { SlipPart, SlipSheet, SlipWish } from '@linggong/e-sign';
import { person, rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { monthStatementOf, receiptOf, receiptsOf, statementOf } from './make-papers';

let world: SettlementWorld;
let batchId: number;

/** One is paid, one refused, one paid and returned a day later. */
const cases: readonly SandboxCase[] = ['settles', 'closed', 'returned'];

beforeAll(async () => {
  world = await settlementWorld();
  world.clock.moveTo('2026-11-22T03:00:00Z');
  await world.another(0);
  await world.deposit(100_000_000n);
  const people = cases.map((sandbox, index) => person(7_000 + index, sandbox));
  await world.task('TK-1', await world.workers(people), 100_000_000n);
  batchId = await world.quoted(people.map((one) => rowOf(one, 'TK-1', '10000.00')));
  await world.settlement.confirm(world.as('enterprise'), batchId, 1);
  if ((await world.batch(batchId)).state === 'confirmed')
    await world.settlement.release(world.as('finance-approver', 2), batchId);
}, 120_000);
afterAll(() => world.stop());

const wordsOf = (part: SlipPart): string[] => {
  switch (part.kind) {
    case 'facts':
      return part.rows.flatMap((row) => row.flatMap((fact) => (fact ? [`${fact.label.zh} ${fact.value}`] : [])));
    case 'table':
      return [...part.rows, part.total ?? []].map((row) => row.filter((cell) => cell !== '').join(' '));
    case 'warning':
    case 'note':
      return [part.text.zh];
  }
};
const words = (sheet: SlipSheet | undefined): string[] => sheet?.parts.flatMap(wordsOf) ?? [];
const only = ({ sheets }: SlipWish): string[] => words(sheets[0]);
const now = (): Date => world.clock.now();

it('has no receipt before the bank has paid, and none of what it refused', async () => {
  await expect(receiptsOf(world.db, batchId, 1, now())).rejects.toMatchObject({
    code: 'payment-not-made',
    status: 409,
  });
  await world.drain();
  const [paid, refused] = await world.db.query<{ id: number }>(
    'SELECT id FROM public.orders WHERE batch_id = $1 ORDER BY row_no',
    [batchId],
  );
  await expect(receiptOf(world.db, refused?.id ?? 0, now())).rejects.toMatchObject({ code: 'payment-not-made' });
  const receipt = await receiptOf(world.db, paid?.id ?? 0, now());
  expect(only(receipt)).toEqual(
    expect.arrayContaining([
      `付款人 ${world.enterpriseName}`,
      '应发金额 10,000.00',
      expect.stringMatching(/^收款人 .\*+$/),
      expect.stringMatching(/^收款账号 \d{6}\*+\d{4}$/),
      expect.stringMatching(/^实付金额 ¥[\d,.]+（人民币[^）]+[整分]）$/),
    ]),
  );
  // Masked as on the pages: no name, no card.
  const { name, cardNumber } = person(7_000, 'settles');
  expect(JSON.stringify(receipt)).not.toMatch(new RegExp(`${name}|${cardNumber}`));
});

it('gross less what was withheld is what was paid, on the receipt', async () => {
  const { sheets } = await receiptsOf(world.db, batchId, 1, now());
  expect(sheets).toHaveLength(2);
  for (const sheet of sheets) {
    const fen = (label: string): number => {
      const line = words(sheet).find((word) => word.startsWith(label)) ?? '';
      return Math.round(Number((/(−?[\d,]+\.\d\d)/.exec(line)?.[1] ?? 'x').replace(/,/g, '').replace('−', '-')) * 100);
    };
    const withheld = fen('代扣个税') + fen('增值税及附加') + fen('其他代扣');
    expect(fen('应发金额') - withheld).toBe(fen('实付金额'));
  }
  await expect(receiptsOf(world.db, batchId, 2, now())).rejects.toMatchObject({ code: 'payment-not-made' });
});

it('states a batch by result, with the reason of the bank in words', async () => {
  const lines = only(await statementOf(world.db, batchId, now()));
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^已发放 Paid 2 20,000\.00/),
      expect.stringMatching(/^发放失败 .*1 10,000\.00/),
      expect.stringMatching(/^3 OR-\S+ .\*+ [\d,.]+ 发放失败：.+/),
      '已付笔数 2',
    ]),
  );
});

it('says of a payment that came back that its receipt proves nothing any more, and the month adds up', async () => {
  await world.drain('2026-11-24T03:00:00Z');
  expect(await world.orderStates(batchId)).toEqual(['paid', 'failed', 'returned']);
  const { sheets } = await receiptsOf(world.db, batchId, 1, now());
  expect(sheets.map((sheet) => words(sheet).filter((word) => word.startsWith('已退汇')).length)).toEqual([0, 1]);
  const month = await monthStatementOf(world.db, world.enterpriseId, '2026-11', now());
  const lines = only(month);
  expect(lines).toEqual(
    expect.arrayContaining([
      '期初余额 Opening balance 0.00',
      '存入 Deposits received 1,000,000.00',
      expect.stringMatching(/^付给灵工（含代扣税） .* 20,000\.00$/),
      expect.stringMatching(/^付款冲回（退汇） .* 10,000\.00$/),
    ]),
  );
  const fen = (text = ''): number => Math.round(Number(text.replace(/,/g, '')) * 100);
  const closing = /^期末余额 Closing balance ([\d,.]+) ([\d,.]+) ([\d,.]+)$/.exec(
    lines.find((line) => line.startsWith('期末余额 C')) ?? '',
  );
  expect(fen(closing?.[1]) - fen(closing?.[2])).toBe(fen(closing?.[3]));
  expect(BigInt(fen(closing?.[3]))).toBe((await world.money()).availableFen);
  // A month in which nothing moved goes on from it.
  expect(only(await monthStatementOf(world.db, world.enterpriseId, '2026-12', now()))).toContain(
    `期初余额 Opening balance ${closing?.[3] ?? ''}`,
  );
});
