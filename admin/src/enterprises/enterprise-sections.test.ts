import { changedIn, filledIn, sectionsOf } from './enterprise-sections';

describe('what a form of an enterprise sends', () => {
  const initial = { name: '甲公司', industry: '物流' };

  it('leaves out what is empty', () => {
    expect(filledIn({ name: ' 甲公司 ', industry: '  ' })).toEqual({ name: '甲公司' });
  });

  it('is, of a change, only what differs', () => {
    expect(changedIn({ name: '甲公司 ', industry: '仓储', bankAccount: '', contactName: '张三' }, initial)).toEqual({
      industry: '仓储',
      contactName: '张三',
    });
  });

  it('asks only what may be changed', () => {
    const sections = [
      { title: 'a', fields: [{ name: 'name' }, { name: 'uscc' }] },
      { title: 'b', fields: [{ name: 'bankName' }] },
    ];
    expect(sectionsOf(sections, (field) => (field.name === 'name' ? field : undefined))).toEqual([
      { title: 'a', fields: [{ name: 'name' }] },
    ]);
  });
});
