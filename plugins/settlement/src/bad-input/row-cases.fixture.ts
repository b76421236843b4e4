import { payoutTemplateHeader, type BlockerCode } from '../api';
import { csv, newTask, person, rowOf } from '../server/settlement.fixture';
import { personAt, type BadInputKit } from './kit.fixture';
import { workbook, type Cell } from './workbook.fixture';

/** A row, or a cell, that becomes a blocker while every other row is paid. */
export interface RowCase {
  readonly input: string;
  /** Undefined: the input is fine, and must not be blocked. */
  readonly code: BlockerCode | undefined;
  /** Row of the sheet that is blocked; 3 where it is not said. The row of a good person stands before it. */
  readonly row?: number;
  sheet(kit: BadInputKit, task: string): Promise<Buffer> | Buffer;
}

const NAME = 0;
const IDENTITY = 1;
const CARD = 3;
const TASK = 4;
const AMOUNT = 5;

/** A good row of the first person, then a row of the second with one cell changed. */
const csvWith =
  (column: number, text: string): RowCase['sheet'] =>
  (kit, task) => {
    const bad = rowOf(personAt(kit, 1), task, '12.00');
    bad[column] = text;
    return Buffer.from(csv([rowOf(personAt(kit, 0), task, '11.00'), bad]));
  };

const bookWith =
  (
    column: number,
    cell: (text: string) => Cell,
    options: { merges?: string[]; bare?: boolean } = {},
  ): RowCase['sheet'] =>
  (kit, task) => {
    const bad: Cell[] = [...rowOf(personAt(kit, 1), task, '12.00')];
    bad[column] = cell(String(bad[column]));
    return workbook([{ rows: [payoutTemplateHeader, rowOf(personAt(kit, 0), task, '11.00'), bad], ...options }]);
  };

const amounts: readonly RowCase[] = (
  [
    ['1e5', 'amount-format'],
    ['-1', 'amount-negative'],
    ['0', 'amount-zero'],
    ['1.005', 'amount-fraction'],
    ['１００', 'amount-format'],
    ['=1+1', 'cell-formula'],
    ['"1,000.00"', 'amount-format'],
    ['¥100', 'amount-format'],
    ['', 'amount-missing'],
  ] as const
).map(([text, code]) => ({
  input: text === '' ? 'no amount' : `amount \`${text.replaceAll('"', '')}\``,
  code,
  sheet: csvWith(AMOUNT, text),
}));

/** The check digit that a resident identity number of seventeen digits must end with (GB 11643). */
function numbered(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...seventeen].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  return seventeen + ('10X98765432'[sum % 11] ?? '1');
}

export const rowCases: readonly RowCase[] = [
  ...amounts,
  {
    input: 'XLSX: a formula in the amount column',
    code: 'cell-formula',
    sheet: bookWith(AMOUNT, () => ({ formula: '1+1' })),
  },
  { input: 'XLSX: an amount as text', code: undefined, sheet: bookWith(AMOUNT, (text) => text) },
  {
    input: 'XLSX: a date in the amount column',
    code: 'amount-format',
    sheet: bookWith(AMOUNT, () => ({ date: '46000' })),
  },
  {
    input: 'XLSX: a numeric identity cell',
    code: 'cell-not-text',
    sheet: bookWith(IDENTITY, () => ({ number: '430102199001010014' })),
  },
  {
    input: 'XLSX: a numeric card cell',
    code: 'cell-not-text',
    sheet: bookWith(CARD, () => ({ number: '6222028872946788000' })),
  },
  { input: 'CSV: an identity number as `4.3E+17`', code: 'cell-not-text', sheet: csvWith(IDENTITY, '4.3E+17') },
  { input: 'XLSX: cells without a reference', code: undefined, sheet: bookWith(NAME, (text) => text, { bare: true }) },
  {
    input: 'XLSX: merged cells',
    code: 'cell-merged',
    sheet: bookWith(NAME, (text) => text, { merges: ['G3:G4', 'A3:A4'] }),
  },
  { input: 'a wrong check digit', code: 'identity-check-digit', sheet: csvWith(IDENTITY, '430102199001010011') },
  {
    input: 'a birthday in the future',
    code: 'identity-birthday',
    sheet: csvWith(IDENTITY, numbered('43010220990101001')),
  },
  { input: 'a worker under 16', code: 'worker-underage', sheet: csvWith(IDENTITY, numbered('43010220150101001')) },
  { input: 'a worker who is not registered', code: 'worker-not-engaged', sheet: unregistered },
  {
    input: "another person's card",
    code: 'card-unregistered',
    sheet: (kit, task) => csvWith(CARD, personAt(kit, 2).cardNumber)(kit, task),
  },
  { input: 'a name that is not the registered one', code: 'worker-name-mismatch', sheet: csvWith(NAME, '欧阳不同') },
  { input: 'the same worker, task and amount twice', code: 'duplicate-in-batch', sheet: twice },
  { input: 'the same worker with two tasks', code: undefined, sheet: twoTasks },
  { input: 'a task that does not exist', code: 'task-unknown', sheet: csvWith(TASK, 'NO-SUCH-TASK') },
  { input: 'a task of another enterprise', code: 'task-unknown', sheet: foreignTask },
  { input: 'work that is not accepted', code: 'task-not-accepted', sheet: notAccepted },
  { input: 'more than was accepted', code: 'amount-over-accepted', sheet: csvWith(AMOUNT, '1000001.00') },
  { input: 'an unquoted `1,000.00` in a CSV', code: 'row-broken', sheet: csvWith(AMOUNT, '1,000.00') },
];

function unregistered(kit: BadInputKit, task: string): Buffer {
  return Buffer.from(csv([rowOf(personAt(kit, 0), task, '11.00'), rowOf(person(4_000), task, '12.00')]));
}

function twice(kit: BadInputKit, task: string): Buffer {
  const row = rowOf(personAt(kit, 0), task, '11.00');
  return Buffer.from(csv([row, row]));
}

async function twoTasks(kit: BadInputKit, task: string): Promise<Buffer> {
  const other = await kit.task();
  return Buffer.from(csv([rowOf(personAt(kit, 0), task, '11.00'), rowOf(personAt(kit, 0), other, '11.00')]));
}

async function foreignTask(kit: BadInputKit, task: string): Promise<Buffer> {
  await newTask(kit.db, kit.otherId, 'FOREIGN-1', [], 1n);
  return csvWith(TASK, 'FOREIGN-1')(kit, task);
}

async function notAccepted(kit: BadInputKit, task: string): Promise<Buffer> {
  const other = await kit.task();
  await kit.db.query(`UPDATE public.engagements SET state = 'engaged', accepted_fen = NULL WHERE number LIKE $1`, [
    `EN-${other}-%`,
  ]);
  return csvWith(TASK, other)(kit, task);
}
