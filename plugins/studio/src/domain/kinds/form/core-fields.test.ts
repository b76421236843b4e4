import type { FormField } from './content';
import { coreFaults, coreFieldsOf } from './core-fields';
import { splitValues } from './record-values';

const label = { zh: '金额', en: 'Amount' };
const money: FormField = { id: 'sum', section: 'main', required: true, label, type: 'money', core: 'amount' };
const form = (...fields: FormField[]) => ({ sections: [{ id: 'main', title: label }], fields });

describe('core fields of a form (核心字段, R13.1)', () => {
  it('keeps a value that feeds one as any other: nothing that was filled in is lost', () => {
    expect(splitValues(form(money), { sum: 5_000 }, '2026-11-27').data).toEqual({ sum: 5_000 });
  });

  it('takes what the platform reads of the form, by a field of its type', () => {
    expect(coreFaults('service.complaint', form(money))).toEqual([]);
    const { type: _, ...asked } = money;
    const told = coreFaults('service.complaint', form({ ...asked, type: 'number' }));
    expect(told).toMatchObject([{ path: 'fields.0.core', code: 'core-type' }]);
  });

  it.each([
    ['service.complaint', 'salary'],
    ['forms.own', 'amount'],
  ])('refuses what the platform does not read: %s %s', (key, core) => {
    expect(coreFaults(key, form({ ...money, core }))).toMatchObject([{ code: 'core-unknown' }]);
    expect(coreFaults(key, form({ ...money, core, retired: true }))).toEqual([]);
  });

  it('names each once, in both languages', () => {
    const all = coreFieldsOf('service.complaint');
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.every(({ label: { zh, en }, use }) => [zh, en, use.zh, use.en].every((word) => word !== ''))).toBe(true);
  });
});
