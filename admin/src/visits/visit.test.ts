import { answersOf, lackingOf, readSaid, type VisitItem } from './visit';

const text = { zh: '文', en: 'text' };
const file = { id: 1, contentType: 'image/jpeg', bytes: 1, sha256: 'a', addedBy: 'operator#1', addedAt: '' };
const item = (id: string, required: boolean, evidence: boolean, files: VisitItem['files'] = []): VisitItem => ({
  id,
  text,
  help: null,
  required,
  evidence,
  answer: null,
  note: null,
  files,
});
const items = [
  item('address', true, true),
  item('licence', true, true, [file]),
  item('workers', true, false),
  item('records', false, true),
];

describe('what a visit still lacks', () => {
  it('is what must be answered, and what was answered without what shows it', () => {
    const said = {
      address: { answer: 'yes', note: '' },
      licence: { answer: 'no', note: '' },
      records: { answer: 'yes', note: '' },
    } as const;
    expect(lackingOf(items, said).map(({ id }) => id)).toEqual(['address', 'workers', 'records']);
    expect(lackingOf(items, { address: { answer: 'not-applicable', note: '' } }).map(({ id }) => id)).toEqual([
      'licence',
      'workers',
    ]);
  });

  it('sends what was answered, in order, without blank notes', () => {
    const said = { workers: { answer: 'yes', note: ' 已询问两人 ' }, address: { answer: 'no', note: ' ' } } as const;
    expect(answersOf(items, said)).toEqual([
      { item: 'address', answer: 'no' },
      { item: 'workers', answer: 'yes', note: '已询问两人' },
    ]);
  });
});

describe('what a tab kept of a visit', () => {
  it('is found again after the page was loaded anew', () => {
    const said = { address: { answer: 'yes', note: '' }, workers: { note: '已询问两人' } };
    expect(readSaid(JSON.stringify(said))).toEqual(said);
  });

  it('is nothing where something else lies there', () => {
    expect(readSaid(null)).toEqual({});
    expect(readSaid('{')).toEqual({});
    expect(readSaid('[1]')).toEqual({});
    expect(readSaid(JSON.stringify({ address: { answer: 'maybe', note: '' }, licence: { answer: 'no' } }))).toEqual({});
  });
});
