import type { Jobs, NewEvent } from '@linggong/jobs';
import type { SandboxCase, SandboxMisbehaviour } from '../../domain';
import { createChannels, type Channels } from '../channels';
import type { PayoutOrder } from '../payouts/prepare-payouts';
import { commandAt, fileBankWorld, type FileBankWorld } from '../sandbox-bank/files/file-bank.fixture';
import type { GivenFile } from '../sandbox-bank/files/give-files';
import { coveredRead } from '@linggong/audit';

const at = new Date('2026-11-20T02:00:00Z');
const tomorrow = new Date('2026-11-21T03:00:00Z');
const CODE = 'iso-09';
let world: FileBankWorld;
let channels: Channels;
let account: string;
const events: NewEvent[] = [];
const jobs: Pick<Jobs, 'emitAll' | 'enqueue'> = {
  emitAll: async (_tx, told) => void events.push(...told),
  enqueue: async () => 'run',
};

beforeAll(async () => {
  world = await fileBankWorld();
  channels = createChannels({ db: world.kit.db, jobs, channels: [world.channel(CODE), world.channel('icbc')] });
}, 120_000);
afterAll(() => world.stop());
beforeEach(async () => {
  account = await world.account(100_000_000n, at);
});

let serial = 0;

async function order(wanted: SandboxCase = 'settles', amountFen = 1_000n): Promise<PayoutOrder> {
  serial += 1;
  const { id } = await world.kit.db.one<{ id: number }>(
    `INSERT INTO public.orders (number, net_fen) VALUES ('T-' || $1::text, $2) RETURNING id`,
    [serial, amountFen],
  );
  const { payee } = world.instruction(account, wanted, amountFen);
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return {
    orderId: id,
    payerAccount: account,
    payerName: '湖南测试企业',
    payerBankCode: '102100099996',
    amountFen,
    remark: `T-${serial}`,
    payee: { subject: payee.subject, cardSealed: base64(payee.cardSealed), nameSealed: base64(payee.nameSealed) },
  };
}

/** Orders prepared, sent, and taken by the bank. */
async function sent(cases: readonly SandboxCase[], code = CODE): Promise<PayoutOrder[]> {
  const orders = await Promise.all(cases.map((wanted) => order(wanted)));
  const { messageId } = await world.kit.db.transaction((tx) =>
    channels.prepare(tx, commandAt(at), `bank-file-${code}`, orders),
  );
  await channels.send(commandAt(at), messageId ?? '');
  expect(await world.deliver(code, at)).toBe(1);
  return orders;
}

const give = async (when: Date, ...misbehave: SandboxMisbehaviour[]): Promise<readonly GivenFile[]> =>
  (await world.give(CODE, when, misbehave)).files;
const bringAll = async (files: readonly GivenFile[], when: Date, code = CODE) => {
  const brought = [];
  for (const file of files) brought.push(await world.bring(code, file, when));
  return brought;
};
const collect = (when: Date, code = CODE) => channels.collect(commandAt(when), `bank-file-${code}`);
const statesOf = async (orders: readonly PayoutOrder[]): Promise<string[]> => {
  const outcomes = await channels.payoutsOf(
    world.kit.db,
    orders.map(({ orderId }) => orderId),
  );
  return orders.map(({ orderId }) => outcomes.find((one) => one.orderId === orderId)?.state ?? 'none');
};
const unmatched = (note: string) =>
  world.kit.db.query<{ id: number; reference: string }>(
    `SELECT id::int, end_to_end_id AS reference FROM channels.unmatched_answers WHERE note = $1 AND resolution IS NULL ORDER BY id`,
    [note],
  );

describe('a bank of files that', () => {
  it('rejects each reason: the order is told why', async () => {
    const orders = await sent(['no-account', 'closed', 'blocked', 'wrong-name', 'wrong-bank']);
    await bringAll(await give(at), at);
    expect(await collect(at)).toMatchObject({ rejected: 5, settled: 0, unmatched: 0 });
    const outcomes = await channels.payoutsOf(
      world.kit.db,
      orders.map(({ orderId }) => orderId),
    );
    expect(outcomes.map(({ reasonCode }) => reasonCode).sort()).toEqual(['AC01', 'AC04', 'AC06', 'BE01', 'RC01']);
  });

  it('answers in part: only those lines, and the rest when it comes', async () => {
    const orders = await sent(['settles', 'settles', 'settles', 'settles']);
    const [half] = await give(at, 'partial');
    expect(half?.bytes.toString()).toContain('<GrpSts>PART</GrpSts>');
    expect(await bringAll(half ? [half] : [], at)).toMatchObject([{ state: 'applied' }]);
    await collect(at);
    expect((await statesOf(orders)).filter((state) => state === 'settled')).toHaveLength(2);
    await bringAll(await give(at), at);
    await collect(at);
    expect(await statesOf(orders)).toEqual(['settled', 'settled', 'settled', 'settled']);
  });

  it('gives a file twice: the same bytes do nothing, and neither does the same report in other bytes', async () => {
    const orders = await sent(['settles', 'closed']);
    const brought = await bringAll(await give(at, 'duplicate-file'), at);
    expect(brought.map(({ isSame }) => isSame)).toEqual([false, true, false, true]);
    expect(await collect(at)).toMatchObject({ settled: 1, rejected: 1 });
    const [report] = await world.kit.db.query<{ vaultFile: string }>(
      `SELECT vault_file AS "vaultFile" FROM channels.bank_files WHERE kind = 'pain.002' ORDER BY id DESC LIMIT 1`,
    );
    const pieces: Buffer[] = [];
    for await (const piece of world.vault.getFile(report?.vaultFile ?? '', coveredRead('restore', ['file'])))
      pieces.push(piece);
    const spaced = Buffer.concat([...pieces, Buffer.from('\n\n')]);
    expect(await world.bring(CODE, { name: 'spaced.xml', bytes: spaced }, at)).toMatchObject({
      state: 'repeated',
      isSame: false,
    });
    expect(await collect(at)).toEqual({ settled: 0, rejected: 0, returned: 0, unmatched: 0 });
    expect(await statesOf(orders)).toEqual(['settled', 'rejected']);
  });

  it('sends statements and returns before the reports: settled, then returned, each once', async () => {
    const orders = await sent(['settles', 'returned']);
    const files = await give(tomorrow, 'out-of-order');
    const brought = await bringAll(files, tomorrow);
    // The notice of the return comes first of all, and implies that the payment had settled.
    expect(files[0]?.bytes.toString()).toContain('BkToCstmrDbtCdtNtfctn');
    expect(brought.at(-1)).toMatchObject({ state: 'repeated' });
    expect(await collect(tomorrow)).toMatchObject({ settled: 2, returned: 1, unmatched: 0 });
    expect(await statesOf(orders)).toEqual(['settled', 'returned']);
    const [back] = await channels.payoutsOf(
      world.kit.db,
      orders.slice(1).map(({ orderId }) => orderId),
    );
    expect(back).toMatchObject({ reasonCode: 'AC04', returnedAt: new Date('2026-11-21T02:00:00Z') });
  });

  it('delays, stays silent, and returns a day later', async () => {
    const orders = await sent(['delayed', 'silent', 'returned']);
    await bringAll(await give(at), at);
    await collect(at);
    expect(await statesOf(orders)).toEqual(['sent', 'sent', 'settled']);
    await bringAll(await give(tomorrow), tomorrow);
    await collect(tomorrow);
    expect(await statesOf(orders)).toEqual(['settled', 'sent', 'returned']);
    const later = new Date('2026-11-24T03:00:00Z');
    await bringAll(await give(later), later);
    await collect(later);
    expect(await statesOf(orders)).toEqual(['settled', 'settled', 'returned']);
  });

  it.each([
    ['wrong-control-sum', 'original-differs', 0],
    ['truncated', 'xml-broken', 0],
    ['broken-bytes', 'encoding-broken', 0],
    ['wrong-balance', 'balance-differs', 1],
  ] as const)(
    'writes %s: the file is refused with the reason, nothing of it is applied, the right one still works',
    async (misbehave, fault, place) => {
      const orders = await sent(['settles', 'closed']);
      const right = await give(at);
      // The same day once more, as the bank would have spoilt it: its progress is taken back.
      await world.kit.db.query(`UPDATE sandbox_bank.exports SET answers_seq = 0, entries_id = 0 WHERE channel = $1`, [
        CODE,
      ]);
      const files = (await give(at, misbehave)).filter(
        ({ bytes }) => bytes.includes(account) || bytes.includes('CstmrPmtStsRpt'),
      );
      const kind = place === 0 ? 'CstmrPmtStsRpt' : 'BkToCstmrStmt';
      const wrong = files.filter(({ bytes }) => bytes.includes(kind)).at(-1);
      expect(await bringAll(wrong ? [wrong] : [], at)).toMatchObject([{ state: 'refused', fault }]);
      await collect(at);
      expect(await statesOf(orders)).toEqual(['sent', 'sent']);
      await bringAll(right, at);
      await collect(at);
      expect(await statesOf(orders)).toEqual(['settled', 'rejected']);
    },
  );

  it('names an unknown reference: it waits for a person, who links it to its payout or dismisses it', async () => {
    const [first] = await sent(['settles']);
    await bringAll(await give(at, 'unknown-reference'), at);
    await collect(at);
    const [stranger] = await unmatched('reference-unknown');
    expect(stranger?.reference).toMatch(/^X-/);
    const resolve = (choice: Parameters<Channels['resolve']>[3]) =>
      world.kit.db.transaction((tx) =>
        channels.resolve(tx, { ...commandAt(at), reason: '银行确认' }, stranger?.id ?? 0, choice),
      );
    const settled = (await channels.payoutsOf(world.kit.db, [first?.orderId ?? 0]))[0];
    await expect(resolve({ kind: 'link', payout: settled?.number ?? '' })).rejects.toMatchObject({
      code: 'answer-does-not-fit',
    });
    const [silent] = await sent(['silent']);
    const open = (await channels.payoutsOf(world.kit.db, [silent?.orderId ?? 0]))[0];
    await resolve({ kind: 'link', payout: open?.number ?? '' });
    expect(await statesOf(silent ? [silent] : [])).toEqual(['settled']);
    await expect(resolve({ kind: 'dismiss' })).rejects.toMatchObject({ code: 'answer-resolved' });
    expect(await unmatched('reference-unknown')).toEqual([]);
  });

  it('pays another amount than was asked: nothing settles, a person is told', async () => {
    const [one] = await sent(['settles']);
    const files = (await give(at)).map((file) => ({
      ...file,
      bytes: Buffer.from(file.bytes.toString().replaceAll('>10.00<', '>9.00<')),
    }));
    const report = files
      .filter(({ bytes }) => bytes.includes('TxInfAndSts'))
      .map((file) => ({
        ...file,
        bytes: Buffer.from(file.bytes.toString().replace('<OrgnlCtrlSum>9.00', '<OrgnlCtrlSum>10.00')),
      }));
    await bringAll(report, at);
    await collect(at);
    expect(await statesOf(one ? [one] : [])).toEqual(['sent']);
    const [odd] = await unmatched('amount-differs');
    const number = (await channels.payoutsOf(world.kit.db, [one?.orderId ?? 0]))[0]?.number ?? '';
    const link = () =>
      world.kit.db.transaction((tx) =>
        channels.resolve(tx, { ...commandAt(at), reason: '核对' }, odd?.id ?? 0, { kind: 'link', payout: number }),
      );
    await expect(link()).rejects.toMatchObject({ code: 'answer-amount-differs' });
    await world.kit.db.transaction((tx) =>
      channels.resolve(tx, { ...commandAt(at), reason: '银行更正' }, odd?.id ?? 0, { kind: 'dismiss' }),
    );
    expect(await unmatched('amount-differs')).toEqual([]);
  });
});

it('a return that names only the bank’s serial of the payment is found by it', async () => {
  const orders = await sent(['returned']);
  await bringAll(await give(at), at);
  await collect(at);
  const named = /<AcctSvcrRef>SB-R-(\d+)<\/AcctSvcrRef><EndToEndId>[^<]+<\/EndToEndId>/g;
  const files = (await give(tomorrow)).map(({ name, bytes }) => ({
    name,
    bytes: Buffer.from(bytes.toString().replace(named, '<AcctSvcrRef>SB-R-$1</AcctSvcrRef><TxId>SB-D-$1</TxId>')),
  }));
  expect(files[0]?.bytes.toString()).toMatch(/<TxId>SB-D-\d+<\/TxId>/);
  await bringAll(files, tomorrow);
  expect(await collect(tomorrow)).toMatchObject({ returned: 1, unmatched: 0 });
  expect(await statesOf(orders)).toEqual(['returned']);
});

describe('a return that', () => {
  const returnsOf = async (change: (text: string) => string): Promise<readonly GivenFile[]> =>
    (await give(tomorrow)).map(({ name, bytes }) => ({ name, bytes: Buffer.from(change(bytes.toString())) }));
  const settled = async (): Promise<PayoutOrder[]> => {
    const orders = await sent(['returned']);
    await bringAll(await give(at), at);
    await collect(at);
    return orders;
  };
  const deposits = async () =>
    (
      await world.kit.db.query<{ fen: bigint }>(
        'SELECT amount_fen AS fen FROM channels.published_deposit_lines WHERE account = $1 AND amount_fen = 1000',
        [account],
      )
    ).length;
  const bare = (text: string): string =>
    text.replaceAll(/<EndToEndId>[^<]+<\/EndToEndId>/g, '').replaceAll(/<InstrId>[^<]+<\/InstrId>/g, '');
  const bySerial = (text: string): string =>
    text.replaceAll(
      /<AcctSvcrRef>SB-R-(\d+)<\/AcctSvcrRef><EndToEndId>[^<]+<\/EndToEndId>/g,
      '<AcctSvcrRef>SB-R-$1</AcctSvcrRef><TxId>SB-D-$1</TxId>',
    );

  it('is not flagged is known by our own reference, and is no deposit', async () => {
    const orders = await settled();
    const plain = await returnsOf((text) =>
      text.replaceAll(/<RvslInd>true<\/RvslInd>/g, '').replaceAll(/<RtrInf>.*?<\/RtrInf>/gs, ''),
    );
    expect(plain.some(({ bytes }) => bytes.includes('RtrInf') || bytes.includes('RvslInd'))).toBe(false);
    await bringAll(plain, tomorrow);
    expect(await collect(tomorrow)).toMatchObject({ returned: 1, unmatched: 0 });
    expect(await statesOf(orders)).toEqual(['returned']);
    expect(await deposits()).toBe(0);
  });

  it('has no reference at all waits for a person', async () => {
    const orders = await settled();
    const before = (await unmatched('reference-unknown')).length;
    await bringAll(await returnsOf(bare), tomorrow);
    await collect(tomorrow);
    expect(await statesOf(orders)).toEqual(['settled']);
    const told = await unmatched('reference-unknown');
    expect(told).toHaveLength(before + 1);
    expect(told.at(-1)?.reference).toMatch(/^2026-11-21\/SB-R-\d+$/);
  });

  it('names a serial of the same file is found by it', async () => {
    const orders = await sent(['returned']);
    const files = await returnsOf(bySerial);
    await bringAll(
      files.filter(({ bytes }) => bytes.includes('BkToCstmrStmt')),
      tomorrow,
    );
    expect(await collect(tomorrow)).toMatchObject({ settled: 1, returned: 1, unmatched: 0 });
    expect(await statesOf(orders)).toEqual(['returned']);
  });

  it('names a serial of two payments waits for a person', async () => {
    const orders = await settled();
    const number = (await channels.payoutsOf(world.kit.db, [orders[0]?.orderId ?? 0]))[0]?.number ?? '';
    await world.kit.db.query(
      `INSERT INTO channels.file_answers (channel, end_to_end_id, status, bank_reference, answered_at, file_id)
       SELECT channel, 'other-' || end_to_end_id, status, bank_reference, answered_at, file_id FROM channels.file_answers
        WHERE end_to_end_id = $1 AND status = 'settled'`,
      [number],
    );
    const before = (await unmatched('reference-unknown')).length;
    await bringAll(await returnsOf(bySerial), tomorrow);
    expect(await statesOf(orders)).toEqual(['settled']);
    expect(await unmatched('reference-unknown')).toHaveLength(before + 1);
  });
});

it('two accounts of a bank may carry the same serial on the same day', async () => {
  await sent(['settles']);
  const files = (await give(at)).filter(({ bytes }) => bytes.includes('BkToCstmrStmt') && bytes.includes(account));
  expect(files.length).toBeGreaterThan(0);
  await bringAll(files, at);
  const other = files.map(({ name, bytes }) => ({
    name: `other-${name}`,
    bytes: Buffer.from(bytes.toString().replaceAll(account, '310066018899999')),
  }));
  expect(await bringAll(other, at)).toMatchObject(other.map(() => ({ state: 'applied', fault: null })));
});

describe('a file for a whole message', () => {
  it('speaks for every line only with a final status', async () => {
    const orders = await sent(['silent', 'silent']);
    const messageId = (
      await world.kit.db.one<{ id: string }>('SELECT instruction_file AS id FROM public.payouts WHERE order_id = $1', [
        orders[0]?.orderId,
      ])
    ).id;
    const report = (status: string, id: string): GivenFile => ({
      name: `${id}.xml`,
      bytes: Buffer.from(
        `<?xml version="1.0"?><p:Document xmlns:p="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><p:CstmrPmtStsRpt><p:GrpHdr><p:MsgId>${id}</p:MsgId><p:CreDtTm>2026-11-20T10:00:00</p:CreDtTm></p:GrpHdr><p:OrgnlGrpInfAndSts><p:OrgnlMsgId>${messageId}</p:OrgnlMsgId><p:OrgnlMsgNmId>pain.001.001.09</p:OrgnlMsgNmId><p:GrpSts>${status}</p:GrpSts><p:StsRsnInf><p:Rsn><p:Cd>AM04</p:Cd></p:Rsn></p:StsRsnInf></p:OrgnlGrpInfAndSts></p:CstmrPmtStsRpt></p:Document>`,
      ),
    });
    for (const word of ['PART', 'ACSP', 'PDNG']) await world.bring(CODE, report(word, `G-${word}`), at);
    await collect(at);
    expect(await statesOf(orders)).toEqual(['sent', 'sent']);
    await world.bring(CODE, report('RJCT', 'G-RJCT'), at);
    await collect(at);
    expect(await statesOf(orders)).toEqual(['rejected', 'rejected']);
  });
});

describe('the sheets of a bank', () => {
  it('go and come back in GB18030, and broken bytes are refused', async () => {
    const orders = await sent(['settles', 'wrong-name'], 'icbc');
    const [file] = (await world.give('icbc', at)).files;
    const broken = Buffer.concat([
      file?.bytes.subarray(0, 10) ?? Buffer.alloc(0),
      Buffer.from([0xff, 0x20]),
      file?.bytes.subarray(10) ?? Buffer.alloc(0),
    ]);
    expect(await world.bring('icbc', { name: 'broken.csv', bytes: broken }, at)).toMatchObject({
      state: 'refused',
      fault: 'encoding-broken',
    });
    const cut = file?.bytes.subarray(0, file.bytes.length - 12) ?? Buffer.alloc(0);
    expect(await world.bring('icbc', { name: 'cut.csv', bytes: cut }, at)).toMatchObject({
      state: 'refused',
      fault: 'csv-broken',
    });
    await bringAll(file ? [file] : [], at, 'icbc');
    expect(await collect(at, 'icbc')).toMatchObject({ settled: 1, rejected: 1 });
    expect(await statesOf(orders)).toEqual(['settled', 'rejected']);
  });
});

it('a day limit is counted over batches that are planned at once: the second sees the file of the first', async () => {
  await world.kit.db.query(
    `INSERT INTO channels.limits (channel, day_max_fen, valid_from, reference) VALUES ('bank-file-icbc', 1500, '2026-11-20', 'test')`,
  );
  const [one, two] = [await order(), await order()];
  const plan = (tx: Parameters<Channels['plan']>[0], which: PayoutOrder) =>
    channels.plan(tx, commandAt(at), 'bank-file-icbc', [which]);
  let second: Promise<Awaited<ReturnType<Channels['plan']>>> | undefined;
  await world.kit.db.transaction(async (tx) => {
    expect((await plan(tx, one)).files).toMatchObject([{ wait: null }]);
    second = world.kit.db.transaction((other) => plan(other, two));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await channels.prepare(tx, commandAt(at), 'bank-file-icbc', [one]);
  });
  expect((await second)?.files).toMatchObject([{ wait: { reason: 'day-limit' } }]);
});
