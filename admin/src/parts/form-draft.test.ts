import type { FormField } from './form-checks';
import { draftName, dropDraft, readDraft, writeDraft } from './form-draft';

const fields: FormField[] = [
  { name: 'name' },
  { name: 'identityNumber' },
  { name: 'agencyFrom', kind: 'date' },
  { name: 'industry', kept: true },
];
const stored = new Map<string, string>();
const place = {
  getItem: (name: string) => stored.get(name) ?? null,
  setItem: (name: string, value: string) => void stored.set(name, value),
  removeItem: (name: string) => void stored.delete(name),
};
const name = draftName('demo-operator', '/workers/create');

describe('a draft', () => {
  it('keeps what says nothing about a person, and nothing else', () => {
    writeDraft(place, name, fields, {
      name: '张三',
      identityNumber: '11010519491231002X',
      agencyFrom: '2026-11-01',
      industry: '配送',
    });
    expect([...stored.values()].join()).not.toMatch(/张三|110105/);
    expect(readDraft(place, name, fields)).toEqual({ agencyFrom: '2026-11-01', industry: '配送' });
  });

  it('keeps of a form that began with something what was changed in it, emptied ones too', () => {
    const begun = { agencyFrom: '2026-11-01', industry: '配送' };
    writeDraft(place, name, fields, { agencyFrom: '2026-12-01', industry: '配送' }, begun);
    expect(readDraft(place, name, fields)).toEqual({ agencyFrom: '2026-12-01' });
    writeDraft(place, name, fields, { agencyFrom: '2026-11-01', industry: '' }, begun);
    expect(readDraft(place, name, fields)).toEqual({ industry: '' });
  });

  it('is another’s under another account, and gone when it is dropped', () => {
    expect(readDraft(place, draftName('demo-worker', '/workers/create'), fields)).toEqual({});
    dropDraft(place, name);
    expect(readDraft(place, name, fields)).toEqual({});
  });

  it('survives what an older version or a hand left there', () => {
    stored.set(name, '{"identityNumber":"11010519491231002X","industry":7}');
    expect(readDraft(place, name, fields)).toEqual({});
    stored.set(name, 'broken');
    expect(readDraft(place, name, fields)).toEqual({});
  });
});
