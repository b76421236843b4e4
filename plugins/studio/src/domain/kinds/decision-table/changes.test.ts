import fc from 'fast-check';
import { tableChanges } from './changes';
import { movedIds } from './moved-ids';
import { payments } from './payments.fixture';
import type { DecisionTable } from './shape';

const [large, recent, odd, cheap] = payments.rows as [
  DecisionTable['rows'][number],
  DecisionTable['rows'][number],
  DecisionTable['rows'][number],
  DecisionTable['rows'][number],
];

const told = (after: DecisionTable, before: DecisionTable = payments) =>
  tableChanges(before, after).map(
    ({ change, where, before: left, after: right }) =>
      `${change} ${where.zh}：${left?.zh ?? '—'} → ${right?.zh ?? '—'}`,
  );

describe('changes of a table in words (R13.1)', () => {
  it('says nothing where nothing changed, however the cells are ordered', () => {
    const turned = { ...large, cells: Object.fromEntries(Object.entries(large.cells).reverse()) };
    expect(told({ ...payments, rows: [turned, recent, odd, cheap] })).toEqual([]);
  });

  it('names row and column, and money in yuan', () => {
    const rows = [{ ...large, cells: { ...large.cells, amount: { above: 8_000_000 } } }, recent, odd, cheap];
    expect(tableChanges(payments, { ...payments, rows })).toEqual([
      {
        change: 'changed',
        where: { zh: '第 1 行 · 单笔金额', en: 'Row 1, Amount' },
        before: { zh: '大于 50,000.00', en: 'above 50,000.00' },
        after: { zh: '大于 80,000.00', en: 'above 80,000.00' },
      },
    ]);
  });

  it('tells rows added, removed, moved and switched', () => {
    const added = { id: 'b', cells: { 'first-time': { is: true }, decision: 'review' } };
    const { off: _off, ...on } = cheap;
    expect(told({ ...payments, rows: [odd, large, added, on] })).toEqual([
      'removed 原第 2 行：单笔金额 不低于 30,000.00，注册天数 小于 3 → 结论 复核 → —',
      'moved 第 2 行：第 1 行 → 第 2 行',
      'added 第 3 行：— → 首次 是 → 结论 复核',
      'changed 第 4 行 · 状态：停用 → 启用',
    ]);
  });

  it('tells conditions and answers that came and went', () => {
    const rows = [{ ...large, cells: { amount: { above: 5_000_000 }, decision: 'review' } }, recent, odd, cheap];
    expect(told({ ...payments, rows, otherwise: { decision: 'review' } })).toEqual([
      'changed 第 1 行 · 企业等级：B 级、C 级 之一 → 不限',
      'removed 第 1 行 · 理由：金额较大 → —',
      'changed 其余 · 结论：通过 → 复核',
    ]);
  });

  it('tells what was added to a long list, and not the list', () => {
    const listed = (values: string[]): DecisionTable => ({
      ...payments,
      rows: [{ ...odd, cells: { remark: { in: values } } }],
    });
    const names = ['甲', '乙', '丙', '丁', '戊', '己'];
    expect(told(listed(['庚', ...names.slice(1)]), listed(names))).toEqual([
      'changed 第 1 行 · 备注：去掉 甲 → 增加 庚',
    ]);
  });

  it('tells columns', () => {
    const [first, second, ...others] = payments.columns as [
      DecisionTable['columns'][number],
      DecisionTable['columns'][number],
    ];
    const columns = [second, { ...first, label: { zh: '金额', en: 'Sum' } }, ...others];
    expect(told({ ...payments, columns, hitPolicy: 'collect' })).toEqual([
      'changed 命中方式：取第一个命中的行 → 汇总所有命中的行',
      'moved 列“金额”：第 1 列 → 第 2 列',
      'changed 列“金额” · 名称：单笔金额 → 金额',
    ]);
  });

  it('tells the whole of a first version', () => {
    expect(tableChanges(undefined, payments).filter(({ change }) => change === 'added')).toHaveLength(
      payments.columns.length + payments.rows.length + Object.keys(payments.otherwise).length,
    );
  });
});

it('moves as few rows as there must be, and putting those back restores the order', () => {
  const order = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 12 });
  fc.assert(
    fc.property(order, order, (left, right) => {
      const named = (values: number[]) => values.map((value) => ({ id: String(value) }));
      const moved = movedIds(named(left), named(right));
      const stay = (values: number[], other: number[]) =>
        values.filter((value) => other.includes(value) && !moved.has(String(value)));
      expect(stay(left, right)).toEqual(stay(right, left));
    }),
  );
  expect([...movedIds([{ id: 'a' }, { id: 'b' }, { id: 'c' }], [{ id: 'c' }, { id: 'a' }, { id: 'b' }])]).toEqual([
    'c',
  ]);
});
