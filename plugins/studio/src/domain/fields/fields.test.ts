import {
  added,
  fieldChanges,
  fieldFaults,
  id,
  list,
  maybe,
  money,
  percent,
  rate,
  record,
  shown,
  shownBeside,
  text2,
  variant,
} from './index';
import { keptInOrder } from './kept-in-order';

const row = record(
  { zh: '行', en: 'Row' },
  {
    id: id(),
    name: text2({ zh: '名称', en: 'Name' }),
    maxFen: maybe(money({ zh: '单笔限额', en: 'Limit' }), { zh: '不限', en: 'no limit' }),
  },
);
const table = record(
  { zh: '表', en: 'Table' },
  {
    rows: list({ zh: '行', en: 'Rows' }, row, {
      item: { zh: '行', en: 'row' },
      min: 1,
      max: 9,
      key: 'id',
      title: 'name',
    }),
  },
);
const one = (id: string, maxFen: number | null): object => ({ id, name: { zh: `甲${id}`, en: `row ${id}` }, maxFen });

describe('contents described by fields (R13.1)', () => {
  it('takes a text of one line without what stands around it, which nobody sees', () => {
    const line = text2({ zh: '名称', en: 'Name' });
    expect(line.schema.parse({ zh: ' 单笔限额\u3000', en: 'Limit ' })).toEqual({ zh: '单笔限额', en: 'Limit' });
    const poem = text2({ zh: '正文', en: 'Text' }, { lines: 'many' });
    expect(poem.schema.parse({ zh: '  一\n', en: '' })).toEqual({ zh: '  一\n', en: '' });
  });

  it('tells a changed limit as a reader says it', () => {
    expect(fieldChanges(table, { rows: [one('a', 5_000_000)] }, { rows: [one('a', 8_000_000)] })).toEqual([
      {
        change: 'changed',
        where: { zh: '行 · 行“甲a” · 单笔限额', en: 'Rows · row "row a" · Limit' },
        before: { zh: '50,000.00 元', en: '50,000.00 yuan' },
        after: { zh: '80,000.00 元', en: '80,000.00 yuan' },
      },
    ]);
  });

  it('tells what came, what went and what moved, and nothing else', () => {
    const before = { rows: [one('a', 1), one('b', 2), one('c', 3)] };
    const after = { rows: [one('c', 3), one('a', 1), one('d', null)] };
    const told = fieldChanges(table, before, after).map(({ change, where }) => `${change} ${where.en}`);
    expect(told).toEqual(['removed Rows · row "row b"', 'moved Rows · row "row c"', 'added Rows · row "row d"']);
  });

  it('does not take members in another order for a change', () => {
    const turned = { rows: [{ maxFen: 1, name: { en: 'row a', zh: '甲a' }, id: 'a' }] };
    expect(fieldChanges(table, { rows: [one('a', 1)] }, turned)).toEqual([]);
  });

  it('finds what is not written, what is missing and what stands there twice', () => {
    expect(fieldFaults(table, { rows: [] }).map(({ path, code }) => [path, code])).toEqual([['rows', 'too-few']]);
    const rows = [one('a', 1), { ...one('a', 1), name: { zh: '甲', en: ' ' } }, { ...one('', 1) }];
    expect(fieldFaults(table, { rows }).map(({ path, code }) => [path, code])).toEqual([
      ['rows.1.name', 'missing'],
      ['rows.2.id', 'missing'],
      ['rows.1.id', 'repeated'],
    ]);
  });

  it('says an item beside its heading without what the heading says and what is empty', () => {
    const limits = list({ zh: '行', en: 'Rows' }, row, {
      item: { zh: '行', en: 'row' },
      max: 9,
      key: 'id',
      title: 'name',
    });
    const says = (control: typeof limits.control) =>
      control.type === 'list' ? shownBeside(control, one('a', 5_000_000)).en : undefined;
    expect(says(limits.control)).toBe('Limit: 50,000.00 yuan');
    const kinds = {
      ...row.control,
      fields: {
        id: id(),
        kinds: list({ zh: '场景', en: 'Kinds' }, id(), { item: { zh: '场景', en: 'kind' }, max: 9 }),
      },
    };
    expect(says({ ...limits.control, of: { ...row, control: kinds } } as typeof limits.control)).toBe('');
  });

  it('shows absent values, rates to the last digit and variants by their name', () => {
    expect(shown(table, { rows: [one('a', null)] }).zh).toBe('行：编号：a；名称：甲a；单笔限额：不限');
    expect(['0.07', '0.0049', '1', '0.000001', '12.5'].map(percent)).toEqual([
      '7%',
      '0.49%',
      '100%',
      '0.0001%',
      '1250%',
    ]);
    const value = variant({ zh: '值', en: 'Value' }, 'type', {
      rate: { name: { zh: '比例', en: 'rate' }, fields: { rate: rate({ zh: '比例', en: 'Rate' }) } },
    });
    expect(shown(value, { type: 'rate', rate: '0.05' }).zh).toBe('比例（比例：5%）');
  });

  it('reads a member that a content of before lacks as empty', () => {
    const cap = added(maybe(money({ zh: '上限', en: 'Cap' }), { zh: '不限', en: 'no limit' }));
    const grown = record({ zh: '行', en: 'Row' }, { id: id(), cap });
    const rows = list({ zh: '行', en: 'Rows' }, grown, { item: { zh: '行', en: 'row' }, max: 9, key: 'id' });
    expect(shown(grown, { id: 'a' }).zh).toBe('编号：a；上限：不限');
    expect(rows.control.type === 'list' && shownBeside(rows.control, { id: 'a' }).zh).toBe('上限：不限');
    expect(fieldChanges(rows, [], [{ id: 'a' }])).toMatchObject([{ change: 'added' }]);
    expect(fieldChanges(rows, [{ id: 'a' }], [{ id: 'a', cap: null }])).toEqual([]);
  });

  it('refuses what does not fit: another member, a fraction of a fen, an id with a blank, an unknown option', () => {
    expect(row.schema.safeParse(one('a', 1)).success).toBe(true);
    for (const wrong of [{ ...one('a', 1), more: 1 }, one('a', 1.5), one('a', -1), one('a b', 1)]) {
      expect(row.schema.safeParse(wrong).success).toBe(false);
    }
  });

  it('keeps as many in order as can be', () => {
    expect([...keptInOrder(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])].sort()).toEqual(['a', 'b', 'c']);
    expect(keptInOrder([], []).size).toBe(0);
  });
});
