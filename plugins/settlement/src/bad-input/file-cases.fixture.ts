import { csv, person, rowOf } from '../server/settlement.fixture';
import { workbook, zip, type Cell, type Worksheet } from './workbook.fixture';
import { payoutTemplateHeader } from '../api';

/** A file that is refused as a whole. */
export interface FileCase {
  /** What comes in, as the README calls it. */
  readonly input: string;
  readonly status: number;
  readonly code: string;
  readonly name?: string;
  /** A word that both messages must name: a column, a row, a limit. */
  readonly names?: string;
  bytes(): Buffer;
}

const good = (task = 'TK-1'): string[] => rowOf(person(1), task, '1.00');
const header = payoutTemplateHeader;
const text =
  (content: string): (() => Buffer) =>
  () =>
    Buffer.from(content);
const worksheet = (rows: readonly (readonly Cell[])[], options: Omit<Worksheet, 'rows'> = {}): Worksheet => ({
  rows,
  ...options,
});

export const fileCases: readonly FileCase[] = [
  {
    input: 'a column that nobody knows (`部门奖金`)',
    status: 422,
    code: 'sheet-columns',
    names: '部门奖金',
    bytes: text(`${[...header, '部门奖金'].join(',')}\n${[...good(), '5'].join(',')}\n`),
  },
  {
    input: 'a missing column (`银行卡号`)',
    status: 422,
    code: 'sheet-columns',
    names: '银行卡号',
    bytes: text('姓名,证件号码,任务编号,应发金额\n张三,1,T,1\n'),
  },
  {
    input: 'a column twice (`应发金额`)',
    status: 422,
    code: 'sheet-columns',
    names: '应发金额',
    bytes: text(`${[...header, '应发金额'].join(',')}\n${[...good(), '5'].join(',')}\n`),
  },
  {
    input: 'not one known heading',
    status: 422,
    code: 'sheet-columns',
    bytes: text('甲,乙,丙\n1,2,3\n'),
  },
  {
    input: 'neither UTF-8 nor GB18030',
    status: 422,
    code: 'sheet-encoding',
    bytes: () => Buffer.concat([Buffer.from(csv([good()])), Buffer.from([0x81, 0xff, 0xff, 0x0a])]),
  },
  { input: 'an empty file', status: 422, code: 'sheet-empty', bytes: () => Buffer.alloc(0) },
  { input: 'a header only', status: 422, code: 'sheet-header-only', bytes: text(csv([])) },
  {
    input: '100,001 lines',
    status: 422,
    code: 'sheet-too-many-rows',
    names: '100000',
    bytes: text(`${header.join(',')}\n${',,,,,1,\n'.repeat(100_001)}`),
  },
  {
    input: 'a body of 50 MB',
    status: 413,
    code: 'sheet-too-large',
    names: '32',
    bytes: () => Buffer.alloc(50 * 1_048_576, 'a'),
  },
  {
    input: 'a broken XLSX',
    status: 422,
    code: 'sheet-broken',
    name: 'a.xlsx',
    bytes: () => workbook([worksheet([header, good()])]).subarray(0, 700),
  },
  {
    input: 'an XLSX with three sheets that all hold rows',
    status: 422,
    code: 'sheet-several',
    name: 'a.xlsx',
    names: '三月',
    bytes: () => workbook(['一月', '二月', '三月'].map((name) => worksheet([header, good()], { name }))),
  },
  {
    input: 'a zip bomb as XLSX (300 MB of nothing in 0.3 MB)',
    status: 422,
    code: 'sheet-too-large-unpacked',
    name: 'a.xlsx',
    bytes: () => zip({ 'xl/workbook.xml': Buffer.alloc(300 * 1_048_576) }),
  },
  {
    input: 'an old XLS',
    status: 422,
    code: 'sheet-old-format',
    name: 'a.xls',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_000)]),
  },
  {
    input: 'a PNG named .xlsx',
    status: 422,
    code: 'sheet-other-content',
    name: '发放表.xlsx',
    names: 'PNG',
    bytes: () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(1_000)]),
  },
  {
    input: 'a CSV with a quote that never closes',
    status: 422,
    code: 'sheet-quote-open',
    names: '3',
    bytes: text(`${csv([good()])}"${good().join(',')}\n`),
  },
];
