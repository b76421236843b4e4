import { cellsOf, columnOf, csvFacts, decode, faultOf, readFacts, type SheetFacts } from './csv-facts';

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
    ['a.xlsx', { format: 'other', bytes: 9, content: { zh: 'PNG 图片', en: 'a PNG image' } }, 'other-content'],
    ['a.csv', { format: 'csv', bytes: 0, ...csvFacts('') }, 'empty'],
    ['a.csv', { format: 'csv', bytes: 4, ...csvFacts(',,\n\n') }, 'empty'],
    ['a.csv', { format: 'csv', bytes: 9, ...csvFacts('姓名,证件号码\n') }, 'no-rows'],
    ['a.csv', { format: 'csv', bytes: 9, ...csvFacts('姓名,证件号码\n李四,1\n') }, undefined],
    ['a.xlsx', { format: 'xlsx', bytes: 9 }, undefined],
  ])('%s %j cannot be sent because of %s', (name, facts, fault) => {
    expect(faultOf(name, facts)).toBe(fault);
  });

  it.each([
    ['发放表.xlsx', '89504e470d0a1a0a0000', { format: 'other', content: { zh: 'PNG 图片', en: 'a PNG image' } }],
    ['发放表.csv', '255044462d312e37', { format: 'other', content: { zh: 'PDF 文档', en: 'a PDF document' } }],
    ['发放表.xlsx', '504b030414000600', { format: 'xlsx' }],
    ['发放表.xlsx', 'e5a793e5908d0ae69d8e', { format: 'csv', encoding: 'UTF-8', rows: 1 }],
    ['发放表.xlsx', 'd0cf11e0a1b11ae1', { format: 'xlsx' }],
    ['照片.png', '504b030414000600', { format: 'other' }],
  ])('%s is known by its first bytes %s', async (name, hex, facts) => {
    expect(await readFacts(new File([Buffer.from(hex, 'hex')], name))).toMatchObject(facts);
  });
});
