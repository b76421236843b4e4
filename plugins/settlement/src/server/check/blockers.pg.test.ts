import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { blockerCodes, blockerOf, payoutTemplateHeader, type BlockerCode, type Sight } from '../../api';
import { blockerGroupsOf } from '../read/blocker-groups';
import { lineViews, LINE_FROM, lineSelect, type StoredLine } from '../read/line-view';
import { newEnterprise, newTask, person, rowOf, settlementWorld, type SettlementWorld } from '../settlement.fixture';
import { listSubject } from './listed.fixture';

let world: SettlementWorld;
const people = Array.from({ length: 60 }, (_, serial) => person(serial));
const one = (serial: number) => people[serial] ?? person(serial);

/** Rows by what is wrong with them; the key is for reading only. */
const rows: Record<string, { row: string[]; codes: BlockerCode[] }> = {};
const add = (name: string, row: string[], ...codes: BlockerCode[]): void => void (rows[name] = { row, codes });
const withCell = (row: string[], column: number, cell: string): string[] =>
  row.map((old, place) => (place === column ? cell : old));

beforeAll(async () => {
  world = await settlementWorld();
  const ids = await world.workers(people.slice(0, 50));
  const id = (serial: number): number => ids[serial] ?? 0;
  await world.task('TK-1', ids, 100_000_000_000n);
  await world.task('TK-2', [id(30)], 500_000n);
  const other = await newEnterprise(world.db, world.as('operator'), 'E-90');
  await newTask(world.db, other, 'TK-OTHER', ids.slice(0, 3), 100_000n);
  await world.task('TK-IDLE', [], 0n);
  const set = (sql: string, serial: number): Promise<unknown> => world.db.query(sql, [id(serial)]);
  await set(`UPDATE public.workers SET state = 'suspended' WHERE id = $1`, 20);
  await set(`UPDATE public.workers SET state = 'blocked', real_name_state = 'mismatch' WHERE id = $1`, 21);
  await set(`UPDATE public.bank_cards SET state = 'refused' WHERE worker_id = $1`, 22);
  await set(`UPDATE public.workers SET agency_from = NULL WHERE id = $1`, 23);
  await set(`UPDATE public.engagements SET state = 'delivered', accepted_fen = NULL WHERE worker_id = $1`, 24);
  await set(`UPDATE public.contracts SET state = 'revoked', revoked_at = '2026-06-01' WHERE worker_id = $1`, 25);
  // R6.1: verified name, holder of the card and party of the contract drift apart when a registered name is corrected.
  const renamed = (serial: number) =>
    set(`UPDATE public.workers SET name_blind = repeat('0', 64) WHERE id = $1`, serial);
  await world.db.query(
    `INSERT INTO e_sign.contract_parties (contract_id, worker_id, subject, name_blind)
     SELECT c.id, w.worker_id, w.subject, w.name_blind FROM public.contracts c
     JOIN parties.published_worker_facts w USING (worker_id) WHERE c.worker_id = ANY($1::int[])`,
    [[id(47), id(48)]],
  );
  await renamed(48);
  // R6.3: lists, by number and by phone.
  const blind = (kind: 'identity-number' | 'phone', value: string) =>
    world.tools.vault.blind(kind, value).toString('hex');
  await listSubject(world.db, 'deny', 'identity', blind('identity-number', one(49).identityNumber));
  await listSubject(world.db, 'watch', 'phone', blind('phone', one(40).phone));
  await world.deposit(1_000_000_000_00n);
  build();
}, 120_000);
afterAll(() => world.stop());

function build(): void {
  const good = (serial: number, amount = '100.00', task = 'TK-1'): string[] => rowOf(one(serial), task, amount);
  add('good', good(0));
  add('amount exponent', good(1, '1e5'), 'amount-format');
  add('amount negative', good(2, '-1'), 'amount-negative');
  add('amount zero', good(3, '0'), 'amount-zero');
  add('amount fraction', good(4, '1.005'), 'amount-fraction');
  add('amount full width', good(5, '１００'), 'amount-format');
  add('amount formula', good(6, '=1+1'), 'cell-formula');
  add('amount yuan sign', good(7, '¥100'), 'amount-format');
  add('amount absent', good(8, ''), 'amount-missing');
  add('amount range', good(9, '99999999999999'), 'amount-range');
  add('name absent', withCell(good(10), 0, ''), 'name-missing');
  add('name of another', withCell(good(11), 0, '王小明'), 'worker-name-mismatch');
  add('name masked', withCell(good(12), 0, '王**'), 'cell-masked');
  add('identity absent', withCell(good(13), 1, ''), 'identity-missing');
  add('identity digit', withCell(good(14), 1, '430102197501010011'), 'identity-check-digit');
  add('identity form', withCell(good(15), 1, '12345'), 'identity-format');
  add('identity birthday', withCell(good(16), 1, '430102203001010013'), 'identity-birthday');
  add('phone form', withCell(good(17), 2, '12345'), 'phone-format');
  add('card absent', withCell(good(18), 3, ''), 'card-missing');
  add('card digit', withCell(good(19), 3, '6222028872946788630'), 'card-format');
  add('suspended', good(20), 'worker-inactive');
  add('mismatch', good(21), 'worker-inactive', 'real-name-unverified');
  add('card refused', good(22), 'card-unverified');
  add('no authorization', good(23), 'tax-authorization-missing');
  add('not accepted', good(24), 'task-not-accepted');
  add('contract revoked', good(25), 'contract-missing');
  add('card of another', withCell(good(26), 3, one(27).cardNumber), 'card-not-own');
  add('party is the person', good(47));
  add(
    'name corrected after card and contract',
    good(48),
    'worker-name-mismatch',
    'card-holder-mismatch',
    'contract-party-mismatch',
  );
  add('card unregistered', withCell(good(28), 3, person(900).cardNumber), 'card-unregistered');
  add('task unknown', good(29, '100.00', 'TK-404'), 'task-unknown');
  add('accepted exactly', good(30, '5000.00', 'TK-2'));
  add('more than accepted', good(30, '0.01', 'TK-2'), 'amount-over-accepted');
  add('task of another enterprise', good(1, '100.00', 'TK-OTHER'), 'task-other-enterprise');
  add('not engaged', good(31, '100.00', 'TK-IDLE'), 'engagement-missing');
  add('task absent', good(32, '100.00', ''), 'task-missing');
  add('stranger', good(55), 'worker-unknown');
  add('twin', good(33, '77.00'));
  add('twin again', good(33, '77.00'), 'duplicate-in-batch');
  add('same task, other amount', good(33, '78.00'));
  add('above the line limit', good(34, '500000.01'), 'limit-line');
  add('month 1', good(35, '400000.00'), 'limit-worker-month');
  add('month 2', good(35, '400000.01'), 'limit-worker-month');
  add('month 3', good(35, '400000.02'), 'limit-worker-month');
  add('risk', good(36, '200000.01'), 'risk-hold');
  add('too long', withCell(good(37), 6, '长'.repeat(201)), 'cell-too-long');
  add('exponent in card', withCell(good(38), 3, '6.22203E+18'), 'cell-not-text');
  add('error cell', [...good(39), 'beyond'], 'row-broken');
  add(
    'everything at once',
    ['', '123', '1', '', 'TK-404', '-5', ''],
    'name-missing',
    'identity-format',
    'phone-format',
    'card-missing',
    'amount-negative',
    'task-unknown',
  );
  add('denied', good(49), 'payee-denied');
  add('watched', good(40), 'payee-watched');
  add('under age', withCell(good(40), 1, minor()), 'worker-underage', 'worker-unknown');
}

/** Ten years old on the day of the test. */
function minor(): string {
  const body = '43010220160101001';
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
}

it('keeps every reason of every line, and lets the others through', async () => {
  const names = Object.keys(rows);
  const id = await world.upload(names.map((name) => rows[name]?.row ?? []));
  await world.drain();
  const stored = await world.db.query<StoredLine>(
    `SELECT ${lineSelect.exact} FROM ${LINE_FROM} WHERE l.batch_id = $1 ORDER BY l.id`,
    [id],
  );
  const views = await lineViews(world.db, stored, 'exact');
  const found = Object.fromEntries(
    names.map((name, index) => [name, views[index]?.blockers.map(({ code }) => code).sort()]),
  );
  expect(found).toEqual(Object.fromEntries(names.map((name) => [name, [...(rows[name]?.codes ?? [])].sort()])));
  expect(views.map(({ state }) => state)).toEqual(
    names.map((name) => {
      const codes = rows[name]?.codes ?? [];
      return codes.length === 0
        ? 'ready'
        : codes.every((code) => ['risk-hold', 'limit-worker-month', 'payee-watched'].includes(code))
          ? 'held'
          : 'blocked';
    }),
  );
});

it('finds the same again where nothing has changed, for all lines and for those of one reason', async () => {
  const { id } = await world.db.one<{ id: number }>('SELECT min(id) AS id FROM public.settlement_batches');
  const standing = () =>
    world.db.query('SELECT row_no, state, codes FROM settlement.lines WHERE batch_id = $1 ORDER BY id', [id]);
  const before = await standing();
  expect(new Set(before.map(({ state }) => state))).toEqual(new Set(['ready', 'held', 'blocked']));
  for (const choice of [{}, { blocker: 'risk-hold' as const }, { blocker: 'duplicate-in-batch' as const }, {}]) {
    await world.settlement.recheck(world.as('enterprise'), id, choice);
    await world.drain();
    expect(await standing()).toEqual(before);
  }
});

it('reads the same from a workbook, and says which cells it could not take', async () => {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('发放');
  page.addRow([...payoutTemplateHeader]);
  const put = (serial: number, amount: ExcelJS.CellValue): void => {
    const { name, identityNumber, phone, cardNumber } = one(serial);
    page.addRow([name, identityNumber, Number(phone), cardNumber, 'TK-1', amount, '']);
  };
  put(41, 12.34);
  put(42, 5);
  put(43, 6);
  put(44, { error: '#REF!' });
  put(45, new Date('2026-11-22T00:00:00Z'));
  page.addRow([one(46).name, Number(one(46).identityNumber), '', Number(one(46).cardNumber), 'TK-1', 1, '']);
  page.mergeCells('F3:F4');
  const source = Readable.from([Buffer.from(await book.xlsx.writeBuffer())]);
  const { id } = await world.settlement.uploadSheet(world.as('enterprise'), {
    enterpriseId: world.enterpriseId,
    fileName: 'a.xlsx',
    source,
  });
  await world.drain();
  const found = await world.db.query(
    `SELECT row_no, codes, amount_fen FROM settlement.lines WHERE batch_id = $1 ORDER BY id`,
    [id],
  );
  expect(found).toEqual([
    { row_no: 2, codes: [], amount_fen: 1234n },
    { row_no: 3, codes: ['cell-merged'], amount_fen: null },
    { row_no: 4, codes: ['cell-merged'], amount_fen: null },
    { row_no: 5, codes: ['cell-error'], amount_fen: null },
    { row_no: 6, codes: ['amount-format'], amount_fen: null },
    { row_no: 7, codes: ['cell-not-text'], amount_fen: 100n },
  ]);
});

it('groups lines by reason with counts, sums, samples and words that hold figures but no unfilled place', async () => {
  const { id } = await world.db.one<{ id: number }>('SELECT min(id) AS id FROM public.settlement_batches');
  const { groups } = await blockerGroupsOf(world.db, id, 'exact');
  const over = groups.find(({ code }) => code === 'amount-over-accepted');
  expect(over).toMatchObject({ count: 1, sumFen: 1, remedy: { action: 'edit-line' } });
  expect(over?.explain.zh).toBe('本批应发 0.01 元，验收后未结算余额 5,000.00 元');
  expect(groups.find(({ code }) => code === 'amount-format')).toMatchObject({ count: 3, sumFen: 0 });
  const words = groups.flatMap(({ title, explain, sample }) => [title, explain, ...sample.map((row) => row.explain)]);
  expect(words.flatMap(({ zh, en }) => [zh, en]).filter((text) => text === '' || /[{}]/.test(text))).toEqual([]);
  expect(JSON.stringify(groups)).not.toMatch(/\d{17}[\dX]|62220288/);
});

it('never stores a sensitive cell in clear', async () => {
  const texts = await world.db.query<{ line: string }>('SELECT l::text AS line FROM settlement.lines l');
  const clear = people
    .slice(0, 50)
    .flatMap(({ identityNumber, cardNumber, phone }) => [identityNumber, cardNumber, phone]);
  const all = texts.map(({ line }) => line).join('\n');
  expect(clear.filter((value) => all.includes(value))).toEqual([]);
});

it('tells an enterprise one and the same of everybody whom it has not engaged, whatever there is to say of him', async () => {
  const strangers = [20, 21, 22, 23, 25, 48, 11, 57].map((serial) => rowOf(one(serial), 'TK-9', '100.00'));
  const renamed = withCell(rowOf(one(11), 'TK-9', '100.00'), 0, '王小明');
  const otherCard = withCell(rowOf(one(12), 'TK-9', '100.00'), 3, one(27).cardNumber);
  await world.another(0);
  await world.task('TK-9', [], 0n);
  const id = await world.quoted([...strangers, renamed, otherCard]);
  const seen = async (sight: Sight) => {
    const rows = await world.db.query<StoredLine>(
      `SELECT ${lineSelect[sight]} FROM ${LINE_FROM} WHERE l.batch_id = $1 ORDER BY l.id`,
      [id],
    );
    return lineViews(world.db, rows, sight);
  };
  const exact = new Set((await seen('exact')).map(({ blockers }) => blockers.map(({ code }) => code).join()));
  expect(exact.size).toBeGreaterThan(6);
  for (const { state, workerId, cardId, blockers } of await seen('told'))
    expect({ state, workerId, cardId, blockers }).toEqual({
      state: 'blocked',
      workerId: null,
      cardId: null,
      blockers: [blockerOf('worker-not-engaged')],
    });
});

it('asks the engagement of a line that was checked before it was kept whom the enterprise knows', async () => {
  const told = () =>
    world.db.query<StoredLine & { engagementId: number | null }>(
      `SELECT ${lineSelect.told} FROM ${LINE_FROM} WHERE l.is_known IS NULL OR l.is_known = (l.engagement_id IS NOT NULL) ORDER BY l.id`,
    );
  const before = await told();
  const words = await lineViews(world.db, before, 'told');
  const engaged = before.filter(({ engagementId }) => engagementId !== null);
  expect(engaged.length).toBeGreaterThan(10);
  expect(engaged.every(({ workerId }) => workerId !== null)).toBe(true);
  await world.db.query('UPDATE settlement.lines SET is_known = NULL WHERE is_known = (engagement_id IS NOT NULL)');
  const after = await told();
  expect(after).toEqual(before);
  expect(await lineViews(world.db, after, 'told')).toEqual(words);
});

it('meets every line code of the catalogue but those that other tests meet', () => {
  const met = new Set<BlockerCode>([...Object.values(rows).flatMap(({ codes }) => codes), 'cell-error', 'cell-merged']);
  const elsewhere: BlockerCode[] = [
    ...([
      'paid-in-other-batch',
      'limit-payment',
      'limit-worker',
      'limit-enterprise',
      'risk-refused',
      'tax-refused',
      'channel-refused',
      'fee-above-amount',
      'net-not-kept',
      'worker-not-engaged',
    ] as const),
  ];
  const batchWide: BlockerCode[] = [
    'class-review',
    'batch-review',
    'batch-declined',
    'enterprise-denied',
    'enterprise-inactive',
    'cooperation-missing',
    'fee-plan-missing',
    'deposit-insufficient',
    'nothing-payable',
  ];
  expect(blockerCodes.filter((code) => !met.has(code)).sort()).toEqual([...elsewhere, ...batchWide].sort());
});
