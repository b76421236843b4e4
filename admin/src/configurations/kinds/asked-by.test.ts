import { kinds, type AnyKind } from '@linggong/studio/domain';
import { askedBy } from './asked-by';
import { memberOf, withMember } from './field-props';

const kindOf = (name: string): AnyKind => {
  const found = kinds.find(({ kind }) => kind === name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe('what a test case asks of a described content (R13.1)', () => {
  it('is asked by fields where the kind describes them, and otherwise by its schema', () => {
    const calendar = kindOf('calendar');
    const asked = askedBy(calendar, calendar.blank());
    expect(asked?.control.type).toBe('record');
    expect(askedBy(calendar, { years: 1 })).toBeUndefined();
    const table = kindOf('decision-table');
    expect(askedBy(table, table.blank())).toBeUndefined();
  });

  it('follows the content: a template asks for each of its variables', () => {
    const template = kindOf('template');
    const text = { zh: '甲', en: 'a' };
    const variables = [{ name: 'due-day', label: text, sample: 'x' }];
    const asked = askedBy(template, { purpose: 'notice', title: text, sections: [], variables });
    expect(memberOf(memberOf(asked?.empty, 'values'), 'due-day')).toBe('');
  });

  it('changes one member and leaves the rest', () => {
    expect(withMember({ zh: '甲', en: 'a' }, 'en', 'b')).toEqual({ zh: '甲', en: 'b' });
    expect(withMember(undefined, 'zh', '甲')).toEqual({ zh: '甲' });
    expect(memberOf(null, 'zh')).toBeUndefined();
  });
});
