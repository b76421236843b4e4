import { importColumnOf, importFactsOf, readImportFacts } from './import-facts';

describe('a worker sheet before it is sent', () => {
  it('tells its rows, the columns it knows, and the required ones that are not there', () => {
    const facts = importFactsOf('姓名*,身份证号,部门\n张三,11010519491231002X,一部\n,,\n李四,x,二部\n');
    expect(facts.rows).toBe(2);
    expect(facts.columns).toEqual([
      { title: '姓名*', key: 'name' },
      { title: '身份证号', key: 'identityNumber' },
      { title: '部门', key: undefined },
    ]);
    expect(facts.missing).toEqual(['phone']);
  });

  it('knows headings whatever their width and case', () => {
    expect(importColumnOf(' ＣＮＡＰＳ ')).toBe('bankCode');
    expect(importColumnOf('部门')).toBeUndefined();
  });

  it('does not pretend to see into an XLSX', async () => {
    expect(await readImportFacts(new File(['PK'], '灵工.xlsx'))).toEqual({ format: 'xlsx', bytes: 2, missing: [] });
    expect((await readImportFacts(new File(['x'], '灵工.txt'))).format).toBe('other');
  });
});
