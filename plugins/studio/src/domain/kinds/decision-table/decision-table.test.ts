import { caseDifferences } from '../../case-verdict';
import { decisionTableKind } from '.';
import { evaluateTable } from './evaluate';
import type { TableInput } from './input';
import { payments } from './payments.fixture';
import { decisionTable } from './shape';

/** As it is stored. */
const stored = decisionTableKind.content.parse(payments);
const ordinary: TableInput = { amountFen: 1_000, enterpriseClass: 'a' };

describe('a decision table (R13.1, R6.2, R6.3)', () => {
  it('is taken by its shape and has no faults', () => {
    expect(stored).toEqual(payments);
    expect(decisionTableKind.faults(stored)).toEqual([]);
  });

  it.each<[string, TableInput, string[], string]>([
    ['an ordinary payment', {}, [], 'approve'],
    ['exactly the limit', { amountFen: 5_000_000, enterpriseClass: 'b' }, [], 'approve'],
    ['a fen above it', { amountFen: 5_000_001, enterpriseClass: 'b' }, ['large'], 'review'],
    ['as much in class A', { amountFen: 5_000_001 }, [], 'approve'],
    ['two days after', { amountFen: 3_000_000, registeredOn: '2026-02-27', paidOn: '2026-03-01' }, ['new'], 'review'],
    ['three days after', { amountFen: 3_000_000, registeredOn: '2026-02-26', paidOn: '2026-03-01' }, [], 'approve'],
    ['a remark of the pattern', { remark: '借款给他', firstTime: true }, ['odd'], 'review'],
    ['a remark of another', { remark: '不是借款', firstTime: true }, [], 'approve'],
    ['a row that is switched off', { feeFen: 1 }, [], 'approve'],
  ])('decides %s', (_name, given, rows, decision) => {
    const { outcome } = evaluateTable(payments, { ...ordinary, ...given });
    expect(outcome).toMatchObject({ rows, answer: { decision } });
  });

  it('fulfils no condition with what was not sent, not even one that excludes', () => {
    const table = { ...payments, rows: [{ id: 'not-a', cells: { class: { notIn: ['a'] }, decision: 'review' } }] };
    expect(evaluateTable(table, { amountFen: 1 }).outcome.rows).toEqual([]);
    expect(evaluateTable(table, { amountFen: 1, enterpriseClass: 'b' }).outcome.rows).toEqual(['not-a']);
  });

  it('says which row hit and why, in both languages', () => {
    const { trace } = evaluateTable(payments, { amountFen: 6_000_000, enterpriseClass: 'c' });
    expect(trace).toEqual([
      {
        zh: '第 1 行命中：单笔金额 60,000.00（大于 50,000.00），企业等级 C 级（B 级、C 级 之一）',
        en: 'Row 1 hits: Amount 60,000.00 (above 50,000.00), Class Class C (one of Class B, Class C)',
      },
    ]);
  });

  it('gives every answer in order where it collects, and the otherwise answer where nothing hits', () => {
    const collecting = { ...payments, hitPolicy: 'collect' as const };
    const both = { amountFen: 6_000_000, enterpriseClass: 'b', registeredOn: '2026-03-01', paidOn: '2026-03-01' };
    expect(evaluateTable(collecting, both).outcome.rows).toEqual(['large', 'new']);
    expect(evaluateTable(collecting, ordinary).outcome).toEqual({ rows: [], answers: [{ decision: 'approve' }] });
    expect(evaluateTable({ ...collecting, otherwise: {} }, ordinary).outcome.answers).toEqual([]);
  });

  it('answers what a test case can name in part', () => {
    const { outcome } = decisionTableKind.evaluate(stored, { amountFen: 1_000 });
    expect(caseDifferences({ answer: { decision: 'review' } }, outcome)).toEqual(['answer.decision']);
  });

  it('asks for its input columns by field, and leaves out what it does not look at', () => {
    const input = decisionTableKind.input(stored);
    expect(input.parse({ amountFen: 1, batchCount: 3, remark: null })).toEqual({ amountFen: 1, remark: null });
    for (const wrong of [
      {},
      { amountFen: 1.5 },
      { amountFen: 1, enterpriseClass: 'z' },
      { amountFen: 1, paidOn: '2026-02-30' },
    ])
      expect(input.safeParse(wrong).success).toBe(false);
  });

  it('refuses what is too much or of no shape', () => {
    const row = { id: 'a', cells: {} };
    const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ ...row, id: `r-${index}` }));
    expect(decisionTable.safeParse({ ...payments, rows: rows(2_000) }).success).toBe(true);
    expect(decisionTable.safeParse({ ...payments, rows: rows(2_001) }).success).toBe(false);
    for (const wrong of [
      { ...payments, extra: 1 },
      { ...payments, rows: [{ id: 'constructor', cells: {} }] },
      { ...payments, rows: [{ id: 'a', cells: { amount: { above: 1, is: 2 } } }] },
      { ...payments, rows: [{ id: 'a', cells: { amount: { above: 0.0000001 } } }] },
      { ...payments, rows: [{ id: 'a', cells: { amount: '> 5', since: { from: '2026-02-30' } } }] },
    ])
      expect(decisionTable.safeParse(wrong).success).toBe(false);
  });
});
