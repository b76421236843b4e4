import { cellsOf, columnOf, csvFacts, decode, faultOf, type SheetFacts } from './csv-facts';

describe('a payout sheet before it is sent', () => {
  it('knows its columns by every known title, whatever the width and the stars', () => {
    expect(columnOf('姓名')).toBe('name');
    expect(columnOf(' *身份证号 ')).toBe('identityNumber');
    expect(columnOf('应发金额（元）')).toBe('amount');
    expect(columnOf('部门')).toBeUndefined();
  });

  it('counts rows and tells which columns it does not know', () => {
    const facts = csvFacts('\uFEFF姓名,证件号码,部门\r\n李四,1,a\r\n,,\r\n王五,2,b\r\n');
    expect(facts.rows).toBe(2);
    expect(facts.columns.map(({ key }) => key)).toEqual(['name', 'identityNumber', undefined]);
  });

  it('splits quoted cells', () => {
    expect(cellsOf('a,"b,c","d""e",')).toEqual(['a', 'b,c', 'd"e', '']);
  });

  it('tells UTF-8 from what Chinese Excel saves', () => {
    expect(decode(new TextEncoder().encode('姓名').buffer)).toEqual({ text: '姓名', encoding: 'UTF-8' });
    expect(decode(Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb]).buffer)).toEqual({ text: '姓名', encoding: 'GB18030' });
  });

  it.each<[string, SheetFacts, string | undefined]>([
    ['a.xls', { format: 'other', bytes: 9 }, 'old-excel'],
    ['a.et', { format: 'other', bytes: 9 }, 'old-excel'],
    ['a.png', { format: 'other', bytes: 9 }, 'not-sheet'],
    ['a.csv', { format: 'csv', bytes: 0, ...csvFacts('') }, 'empty'],
    ['a.csv', { format: 'csv', bytes: 4, ...csvFacts(',,\n\n') }, 'empty'],
    ['a.csv', { format: 'csv', bytes: 9, ...csvFacts('姓名,证件号码\n') }, 'no-rows'],
    ['a.csv', { format: 'csv', bytes: 9, ...csvFacts('姓名,证件号码\n李四,1\n') }, undefined],
    ['a.xlsx', { format: 'xlsx', bytes: 9 }, undefined],
  ])('%s %j cannot be sent because of %s', (name, facts, fault) => {
    expect(faultOf(name, facts)).toBe(fault);
  });
});
