import fc from 'fast-check';
import { yuanText } from '@linggong/core/domain';
import { LINE_FEN_MAX, readAmount } from './amount-cell';
import { readLine, type IdentifierChecks, type RawLine } from './read-line';

const checks: IdentifierChecks = {
  name: (value) => value.replace(/\s/g, ''),
  identity: (value) =>
    value.startsWith('9')
      ? { valid: false, normalised: value, reason: 'check-digit' }
      : { valid: true, normalised: value.toUpperCase(), age: value.startsWith('5') ? 15 : 30 },
  card: (value) => ({ valid: value.length > 12, normalised: value.replace(/\s/g, '') }),
  phone: (value) => ({ valid: value.length === 11, normalised: value }),
};

const good: RawLine = {
  rowNo: 2,
  cells: {
    name: '张 三',
    identityNumber: '43010219900101001x',
    phone: '13800138000',
    cardNumber: '6222 0288 7294 6788 639',
    taskNumber: 'tk-1',
    remark: '',
  },
  amount: '1234.50',
  faults: [],
};
const codes = (raw: Partial<RawLine>): string[] =>
  readLine({ ...good, ...raw }, checks, '2026-11-22').faults.map(({ code }) => code);
const cells = (changed: Partial<RawLine['cells']>): string[] => codes({ cells: { ...good.cells, ...changed } });

describe('a row of the payout sheet', () => {
  it('is read into normal form', () => {
    expect(readLine(good, checks, '2026-11-22')).toEqual({
      rowNo: 2,
      name: '张三',
      identityNumber: '43010219900101001X',
      phone: '13800138000',
      cardNumber: '6222028872946788639',
      taskNumber: 'TK-1',
      remark: '',
      amountFen: 123_450n,
      amountText: null,
      faults: [],
    });
  });

  it('keeps no personal number that was typed into another column (domain.md 8.2)', () => {
    const { taskNumber, remark } = readLine(
      { ...good, cells: { ...good.cells, taskNumber: '11010519491231002X', remark: '电话13800138000' } },
      checks,
      '2026-11-22',
    );
    expect([taskNumber, remark]).toEqual(['**************002X', '电话*******8000']);
  });

  it('keeps no name and no address in the place of a task number', () => {
    const task = (taskNumber: string): string =>
      readLine({ ...good, cells: { ...good.cells, taskNumber } }, checks, '2026-11-22').taskNumber;
    expect(['tk-2026-01_a/b.c', '雀探甲', '探针路7号'].map(task)).toEqual(['TK-2026-01_A/B.C', '***', '***7*']);
  });

  it('names everything that is wrong with it, not only the first', () => {
    expect(
      codes({
        cells: { name: '', identityNumber: '9', phone: '1', cardNumber: '', taskNumber: '', remark: '' },
        amount: '1e5',
      }),
    ).toEqual([
      'identity-check-digit',
      'card-missing',
      'phone-format',
      'name-missing',
      'task-missing',
      'amount-format',
    ]);
  });

  it('takes no phone for no fault, a child for one, and a mask never for a value', () => {
    expect(cells({ phone: '' })).toEqual([]);
    expect(cells({ identityNumber: '5' })).toEqual(['worker-underage']);
    expect(cells({ cardNumber: '622202*********8639', name: '张*' })).toEqual(['cell-masked']);
  });

  it('says of a cell that could not be taken why, and not also that it is missing', () => {
    const fault = { column: 'cardNumber', title: '银行卡号', reason: 'not-text' } as const;
    const read = readLine({ ...good, cells: { ...good.cells, cardNumber: '' }, faults: [fault] }, checks, '2026-11-22');
    expect(read.faults).toEqual([
      { code: 'cell-not-text', params: { column: '银行卡号' }, cells: { cardNumber: '银行卡号' } },
    ]);
    expect(codes({ amount: '', faults: [{ column: 'amount', title: '应发金额', reason: 'date' }] })).toEqual([
      'amount-format',
    ]);
  });
});

describe('an amount', () => {
  it.each([
    ['1234.5', 123_450n],
    ['0.01', 1n],
    ['100.000', 10_000n],
  ])('%s is read', (text, fen) => {
    expect(readAmount(text)).toEqual({ fen });
  });

  it.each([
    ['', 'amount-missing'],
    ['0', 'amount-zero'],
    ['0.00', 'amount-zero'],
    ['-1', 'amount-negative'],
    ['1.005', 'amount-fraction'],
    ['1e5', 'amount-format'],
    ['１００', 'amount-format'],
    ['=1+1', 'amount-format'],
    ['1,000.00', 'amount-format'],
    ['¥100', 'amount-format'],
    ['100元', 'amount-format'],
    ['2026-11-22', 'amount-format'],
    ['NaN', 'amount-format'],
    ['99999999999999', 'amount-range'],
    // A telephone number in the wrong column.
    ['13800138000', 'amount-range'],
  ])('"%s" is refused as %s, never guessed', (text, code) => {
    expect(readAmount(text)).toEqual({ fault: { code } });
  });

  it('reads back every amount that the house writes', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, LINE_FEN_MAX), (fen) => {
        expect(readAmount(yuanText(fen))).toEqual({ fen });
      }),
    );
  });
});
