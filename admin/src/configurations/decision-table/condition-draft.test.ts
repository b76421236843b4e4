import type { TableColumn, TableCondition } from '@linggong/studio/domain';
import { draftOf, modesOf, readDraft } from './condition-draft';

const column = (type: TableColumn['type']): TableColumn => ({
  id: 'x',
  role: 'input',
  field: 'x',
  label: { zh: '列', en: 'Column' },
  type,
  ...(type === 'choice' && {
    choices: [
      { value: 'a', label: { zh: '甲', en: 'A' } },
      { value: 'b', label: { zh: '乙', en: 'B' } },
    ],
  }),
});

it.each<[TableColumn['type'], TableCondition]>([
  ['money', { above: 5_000_000 }],
  ['money', { from: -5, below: 123_456_700 }],
  ['number', { to: 0.25 }],
  ['day', { from: '2026-01-01', to: '2026-12-31' }],
  ['day', { notIn: ['2026-01-01'] }],
  ['choice', { in: ['a', 'b'] }],
  ['choice', { is: 'b' }],
  ['boolean', { is: false }],
  ['text', { in: ['甲；乙', '> 5', '"q"'] }],
  ['text', { matches: '^\\d+"$' }],
])('a %s column: %j is shown and kept as it is', (type, condition) => {
  const draft = draftOf(column(type), condition);
  expect(modesOf(column(type))).toContain(draft.mode);
  expect(readDraft(column(type), draft)).toEqual({ ok: true, cell: condition });
});

it('asks nothing where nothing was filled in', () => {
  for (const type of ['money', 'text', 'choice', 'boolean'] as const)
    expect(readDraft(column(type), draftOf(column(type), undefined))).toEqual({ ok: true });
});

it('says why a range or a pattern is none', () => {
  const draft = draftOf(column('money'), { from: 500, to: 600 });
  expect(readDraft(column('money'), { ...draft, low: { sign: '>', text: '7' } })).toMatchObject({ ok: false });
  expect(readDraft(column('money'), { ...draft, low: { sign: '>', text: 'x' } })).toMatchObject({ ok: false });
  const text = draftOf(column('text'), { matches: '(a)\\1' });
  expect(readDraft(column('text'), text)).toMatchObject({ ok: false });
});
