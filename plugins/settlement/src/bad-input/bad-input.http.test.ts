import { postByTwo } from '@linggong/database/testing';
import { rowOf } from '../server/settlement.fixture';
import { accountNumber, callCases, importDeposits } from './call-cases.fixture';
import { fileCases } from './file-cases.fixture';
import {
  badInputKit,
  goodSheet,
  personAt,
  type Answer,
  type BadInputKit,
  type BlockerBody,
  type LineBody,
} from './kit.fixture';
import { readmeTable, table, writeReadmeTable, type BadInputRow } from './readme-table.fixture';
import { rowCases } from './row-cases.fixture';

let kit: BadInputKit;
let task = '';
let serial = 0;
const rows: BadInputRow[] = [];
/** What no promise and no listener took: each would have ended the process. */
const unheard: unknown[] = [];
const note = (error: unknown): void => void unheard.push(error);

beforeAll(async () => {
  process.on('uncaughtException', note).on('unhandledRejection', note);
  kit = await badInputKit();
  task = await kit.task();
}, 240_000);
afterAll(async () => {
  process.off('uncaughtException', note).off('unhandledRejection', note);
  await kit.app.stop();
});
afterEach(() => expect(unheard.splice(0)).toEqual([]));

/** No message repeats what a cell of a person holds. */
function withoutPersonalData(...texts: readonly string[]): void {
  for (const { name, identityNumber, phone, cardNumber } of kit.people) {
    for (const clear of [name, identityNumber, phone, cardNumber]) {
      expect(texts.some((text) => text.includes(clear))).toBe(false);
    }
  }
}

function tell(input: string, answer: string, zh: string, en: string): void {
  withoutPersonalData(zh, en);
  expect(/[\u4e00-\u9fff]/u.test(zh)).toBe(true);
  expect(zh).not.toBe(en);
  rows.push({ input, answer, zh, en });
}

/** The next good upload is taken as if nothing had been. */
async function worksOn(): Promise<void> {
  expect((await kit.upload(goodSheet(kit, task, (serial += 1)), 'good.csv')).status).toBe(202);
}

const refusal = ({ status, body }: Answer): string => `${status} \`${body.code ?? ''}\``;

describe('a file that is refused as a whole', () => {
  it.each(fileCases)('$input', async ({ input, status, code, name = 'a.csv', names, bytes }) => {
    const content = bytes();
    const before = await kit.stored();
    const [zh, en] = [await kit.upload(content, name), await kit.upload(content, name, 'en')];
    expect([zh.status, zh.body.code, en.status, en.body.code]).toEqual([status, code, status, code]);
    expect(await kit.stored()).toEqual(before);
    if (names !== undefined) expect([zh.body.detail, en.body.detail].every((text) => text?.includes(names))).toBe(true);
    tell(input, refusal(zh), zh.body.detail ?? '', en.body.detail ?? '');
    await worksOn();
  });
});

describe('a row that is blocked while the others are paid', () => {
  const linesOf = async (batchId: number): Promise<readonly LineBody[]> => {
    const { body } = await kit.call('get', `/api/v1/settlement-batches/${batchId}/lines`);
    return body.items ?? [];
  };
  const said = (row: number, { title, explain, remedy }: BlockerBody) => ({
    zh: `第 ${row} 行 ${title.zh}：${explain.zh}（${remedy.label.zh}）`,
    en: `Row ${row}: ${title.en}. ${explain.en} (${remedy.label.en})`,
  });

  it.each(rowCases)('$input', async ({ input, code, row = 3, sheet }) => {
    const bytes = await sheet(kit, await kit.task());
    const name = bytes.subarray(0, 2).toString() === 'PK' ? 'a.xlsx' : 'a.csv';
    const { status, body } = await kit.upload(bytes, name, 'zh-CN', '?again=true');
    expect(status).toBe(202);
    await kit.drain();
    const lines = await linesOf(body.batch?.id ?? 0);
    expect(lines.filter((line) => line.rowNo !== row).map(({ state }) => state)).toEqual(['ready']);
    const line = lines.find(({ rowNo }) => rowNo === row);
    if (code === undefined) {
      expect(line?.state).toBe('ready');
      tell(input, 'taken', '按原样读取，可发放', 'read as it stands, and paid');
      return;
    }
    expect(line?.state).toBe('blocked');
    const blocker = line?.blockers.find((one) => one.code === code);
    if (blocker === undefined)
      throw new Error(`not blocked by ${code}: ${JSON.stringify(line?.blockers.map((one) => one.code))}`);
    const { zh, en } = said(row, blocker);
    tell(input, `blocker \`${code}\``, zh, en);
  });
});

describe('a call that is refused', () => {
  it.each(callCases)('$input', async ({ input, status, code, prepare }) => {
    const send = await prepare(kit);
    const [zh, en] = [await send('zh-CN'), await send('en')];
    expect([zh.status, zh.body.code, en.status, en.body.code]).toEqual([status, code, status, code]);
    tell(input, refusal(zh), zh.body.detail ?? '', en.body.detail ?? '');
    await worksOn();
  });

  it('confirm a hundred times at once: one wins, over HTTP', async () => {
    await postByTwo(kit.app, { maker: 'finance-officer', decider: 'finance-approver' }, '/api/v1/deposits', {
      enterpriseId: kit.enterpriseId,
      bankSerial: 'BI-MANY',
      amountFen: 50_000_000,
      payerName: '湖南测试企业E-1',
    });
    const id = await kit.quoted([rowOf(personAt(kit, 3), await kit.task(), '9.00')]);
    const before = await kit.stored();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, turn) =>
        kit.call(
          'post',
          `/api/v1/settlement-batches/${id}/confirm`,
          { quoteVersion: 1 },
          { language: turn % 2 === 0 ? 'zh-CN' : 'en' },
        ),
      ),
    );
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([1, 99]);
    expect(new Set(lost.map(({ body }) => body.code))).toEqual(new Set(['illegal-transition']));
    const after = await kit.stored();
    expect([after['orders'], after['holds']]).toEqual([(before['orders'] ?? 0) + 1, (before['holds'] ?? 0) + 1]);
    const [zh, en] = [lost.find((_, turn) => isChinese(lost[turn])), lost.find((_, turn) => !isChinese(lost[turn]))];
    tell(
      'confirming 100 times at once',
      'one 200, 99 times 409 `illegal-transition`',
      zh?.body.detail ?? '',
      en?.body.detail ?? '',
    );
  });

  it('a good deposit file is booked once, however often it comes', async () => {
    const file = Buffer.from(
      `收款账号,银行流水号,到账金额,付款人,到账时间\n${accountNumber(kit.enterpriseId)},BI-OK-1,12.50,湖南测试企业E-1,2026-11-20 09:30:00\n`,
    );
    const first = await importDeposits(kit, file, kit.enterpriseId);
    expect([first.status, first.body]).toMatchObject([201, { recorded: 1, repeated: 0 }]);
    expect((await importDeposits(kit, file, kit.enterpriseId)).body).toMatchObject({ recorded: 0, repeated: 1 });
  });
});

const isChinese = (answer: Answer | undefined): boolean => /[\u4e00-\u9fff]/u.test(answer?.body.detail ?? '');

/** Last of all: what was answered above is what the README says. `npm run -w plugins/settlement bad-input` writes it. */
it('the README says what was answered', () => {
  expect(rows).toHaveLength(fileCases.length + rowCases.length + callCases.length + 1);
  if (process.env['WRITE_BAD_INPUT'] === '1') writeReadmeTable(table(rows));
  expect(readmeTable()).toBe(table(rows));
});
