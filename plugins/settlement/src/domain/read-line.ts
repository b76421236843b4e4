import { maskPersonalText, type Day, type Fen } from '@linggong/core/domain';
import { readAmount, type ReadAmount } from './amount-cell';
import { faultyCells } from './kept-faults';
import type { CellKey, LineFault, LineFaultCode } from './line-fault';

/** The clear cells of one line. */
export interface LineCells {
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly cardNumber: string;
  readonly taskNumber: string;
  readonly remark: string;
}

/** A cell that the sheet reader could not take; see `CellFaultReason` of core's sheets. */
export interface CellFault {
  readonly column: CellKey;
  readonly title: string;
  readonly reason: 'formula' | 'error' | 'merged' | 'not-text' | 'date' | 'too-long' | 'broken-row' | 'masked';
}

export type IdentityVerdict =
  | { readonly valid: true; readonly normalised: string; readonly age: number }
  | { readonly valid: false; readonly normalised: string; readonly reason: 'format' | 'check-digit' | 'birthday' };

/** Algorithms of identifiers (domain.md section 5), handed in because they belong to real-name. */
export interface IdentifierChecks {
  /** A person's name in the one form in which it is stored and compared. */
  name(value: string): string;
  identity(value: string, today: Day): IdentityVerdict;
  card(value: string): { readonly valid: boolean; readonly normalised: string };
  phone(value: string): { readonly valid: boolean; readonly normalised: string };
}

/** A line as it is staged: identifiers normalised, and everything that is wrong with the row itself. */
export interface ReadLine extends LineCells {
  readonly rowNo: number;
  readonly amountFen: Fen | null;
  /** The amount as it stood, where it could not be read; whoever corrects it wants to see it. */
  readonly amountText: string | null;
  readonly faults: readonly LineFault[];
}

/** Nobody under sixteen may work (劳动法第十五条). */
const WORKING_AGE = 16;
const TEXT_MAX = 200;

export interface RawLine {
  readonly rowNo: number;
  readonly cells: LineCells;
  /** Text of the sheet's cell; a JSON line brings fen already. */
  readonly amount: string | ReadAmount;
  /** Of a line that is edited: the unreadable amount that stays. */
  readonly amountText?: string | null;
  readonly faults: readonly CellFault[];
  /** Of a line that is edited: what stays wrong with cells that the edit does not name. */
  readonly kept?: readonly LineFault[];
}

/** Reads one row. Never throws: what is wrong becomes faults, all of them, and the rest of the row is kept. */
export function readLine(row: RawLine, checks: IdentifierChecks, today: Day): ReadLine {
  const raw = withoutMasks(row);
  const { kept = [] } = raw;
  const faults = joined(kept, cellFaults(raw.faults));
  const unread = new Set([...faultyCells(kept), ...raw.faults.map(({ column }) => column)]);
  const identity = unread.has('identityNumber') ? undefined : readIdentity(raw.cells.identityNumber, checks, today);
  const card = unread.has('cardNumber') ? undefined : readCard(raw.cells.cardNumber, checks);
  const phone = unread.has('phone') ? undefined : readPhone(raw.cells.phone, checks);
  const amount = unread.has('amount') ? undefined : readCellAmount(raw.amount);
  for (const read of [identity, card, phone]) if (read) faults.push(...read.faults);
  if (raw.cells.name === '' && !unread.has('name')) faults.push({ code: 'name-missing' });
  if (raw.cells.taskNumber === '' && !unread.has('taskNumber')) faults.push({ code: 'task-missing' });
  if (amount && 'fault' in amount) faults.push(amount.fault);
  return {
    ...raw.cells,
    name: checks.name(raw.cells.name),
    rowNo: raw.rowNo,
    identityNumber: identity?.normalised ?? '',
    cardNumber: card?.normalised ?? '',
    phone: phone?.normalised ?? '',
    // A number of a person in the wrong column is kept sealed in the sheet itself, and nowhere in clear.
    taskNumber: taskNumberOf(raw.cells.taskNumber),
    remark: maskPersonalText(raw.cells.remark),
    amountFen: amount && 'fen' in amount ? amount.fen : null,
    amountText: amount && 'fen' in amount ? null : unreadAmount(raw),
    faults,
  };
}

/** Letters, digits and the signs of business numbers; in their place something else may be a person’s name or where he lives. */
function taskNumberOf(cell: string): string {
  return maskPersonalText(cell)
    .toUpperCase()
    .replace(/[^A-Z0-9._/ *-]/gu, '*');
}

const sensitiveCells = {
  name: '姓名',
  identityNumber: '证件号码',
  phone: '手机号',
  cardNumber: '银行卡号',
} as const satisfies Partial<Record<CellKey, string>>;

/** A value that a screen has masked is never stored as if it were the value. */
function withoutMasks(raw: RawLine): RawLine {
  // Object.entries forgets the keys of a literal.
  const sensitive = Object.entries(sensitiveCells) as [keyof typeof sensitiveCells, string][];
  const masked = sensitive.filter(([key]) => /[*＊]/.test(raw.cells[key]));
  if (masked.length === 0) return raw;
  return {
    ...raw,
    cells: { ...raw.cells, ...Object.fromEntries(masked.map(([key]) => [key, ''])) },
    faults: [...raw.faults, ...masked.map(([column, title]) => ({ column, title, reason: 'masked' as const }))],
  };
}

interface ReadCell {
  readonly normalised: string;
  readonly faults: readonly LineFault[];
}

function readIdentity(value: string, checks: IdentifierChecks, today: Day): ReadCell {
  if (value === '') return { normalised: '', faults: [{ code: 'identity-missing' }] };
  const verdict = checks.identity(value, today);
  if (!verdict.valid) return { normalised: verdict.normalised, faults: [{ code: `identity-${verdict.reason}` }] };
  return { normalised: verdict.normalised, faults: verdict.age < WORKING_AGE ? [{ code: 'worker-underage' }] : [] };
}

function readCard(value: string, checks: IdentifierChecks): ReadCell {
  if (value === '') return { normalised: '', faults: [{ code: 'card-missing' }] };
  const { valid, normalised } = checks.card(value);
  return { normalised, faults: valid ? [] : [{ code: 'card-format' }] };
}

/** The phone may be left out: the registered one counts. */
function readPhone(value: string, checks: IdentifierChecks): ReadCell {
  if (value === '') return { normalised: '', faults: [] };
  const { valid, normalised } = checks.phone(value);
  return { normalised, faults: valid ? [] : [{ code: 'phone-format' }] };
}

function unreadAmount({ amount, amountText }: RawLine): string | null {
  const text = typeof amount === 'string' && amount !== '' ? amount : (amountText ?? '');
  return text === '' ? null : text.slice(0, TEXT_MAX);
}

function readCellAmount(amount: string | ReadAmount): ReadAmount {
  return typeof amount === 'string' ? readAmount(amount) : amount;
}

const codeOf: Readonly<Record<CellFault['reason'], LineFaultCode>> = {
  formula: 'cell-formula',
  error: 'cell-error',
  merged: 'cell-merged',
  'not-text': 'cell-not-text',
  date: 'cell-not-text',
  'too-long': 'cell-too-long',
  'broken-row': 'row-broken',
  masked: 'cell-masked',
};

/** One fault for each code: a line shows a reason once, with the first column that has it. */
function cellFaults(faults: readonly CellFault[]): LineFault[] {
  const found = new Map<LineFaultCode, LineFault>();
  for (const { column, title, reason } of faults) {
    const code = reason === 'date' && column === 'amount' ? 'amount-format' : codeOf[reason];
    const known = found.get(code);
    found.set(code, {
      code,
      params: known?.params ?? paramsOf(code, title),
      cells: { ...known?.cells, [column]: title },
    });
  }
  return [...found.values()];
}

/** Kept faults and fresh ones; where both have a code it stands once, for the cells of both. */
function joined(kept: readonly LineFault[], fresh: readonly LineFault[]): LineFault[] {
  const both = kept.map((fault) => {
    const twin = fresh.find(({ code }) => code === fault.code);
    return twin ? { ...fault, cells: { ...fault.cells, ...twin.cells } } : fault;
  });
  return [...both, ...fresh.filter(({ code }) => !kept.some((fault) => fault.code === code))];
}

function paramsOf(code: LineFaultCode, column: string): Record<string, string | number> {
  if (code === 'row-broken' || code === 'amount-format') return {};
  return code === 'cell-too-long' ? { column, maximum: TEXT_MAX } : { column };
}
