import type { CellFaultReason, SheetColumn } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import type { IdentityKind } from '../../domain';

/** Columns of the worker sheet (灵工导入表); the first title of each stands in the template. */
export const importKeys = [
  'name',
  'identityKind',
  'identityNumber',
  'phone',
  'cardNumber',
  'bankName',
  'bankCode',
  'address',
  'taxResident',
  'agencyFrom',
  'agencyTo',
] as const;
export type ImportKey = (typeof importKeys)[number];

export const importColumns: readonly SheetColumn<ImportKey>[] = [
  { key: 'name', titles: ['姓名', 'name'], required: true, kind: 'text' },
  { key: 'identityKind', titles: ['证件类型', 'identity kind'], required: false, kind: 'text' },
  { key: 'identityNumber', titles: ['证件号码', '身份证号', 'identity number'], required: true, kind: 'text' },
  { key: 'phone', titles: ['手机号', '联系电话', 'phone'], required: true, kind: 'text', wholeNumbers: true },
  { key: 'cardNumber', titles: ['银行卡号', 'card number'], required: false, kind: 'text' },
  { key: 'bankName', titles: ['开户银行', '开户行', 'bank'], required: false, kind: 'text' },
  { key: 'bankCode', titles: ['联行号', 'cnaps'], required: false, kind: 'text', wholeNumbers: true },
  { key: 'address', titles: ['地址', '联系地址', 'address'], required: false, kind: 'text', maxLength: 400 },
  { key: 'taxResident', titles: ['税收居民', 'tax resident'], required: false, kind: 'text' },
  { key: 'agencyFrom', titles: ['涉税授权起', 'agency from'], required: false, kind: 'text' },
  { key: 'agencyTo', titles: ['涉税授权止', 'agency to'], required: false, kind: 'text' },
];

/** What people write in the column 证件类型. */
export const kindWords: Readonly<Record<string, IdentityKind>> = {
  居民身份证: 'resident-id',
  身份证: 'resident-id',
  'resident-id': 'resident-id',
  港澳台居民居住证: 'hmt-residence-permit',
  'hmt-residence-permit': 'hmt-residence-permit',
  外国人永久居留身份证: 'foreign-pr-card',
  'foreign-pr-card': 'foreign-pr-card',
};

export const yesNoWords: Readonly<Record<string, boolean>> = { 是: true, 否: false, yes: true, no: false };

export const cellFaultTexts: Readonly<Record<CellFaultReason, Text2>> = {
  formula: { zh: '单元格是公式,请粘贴为文本', en: 'The cell is a formula; paste it as text' },
  error: { zh: '单元格是错误值', en: 'The cell shows an error value' },
  merged: { zh: '单元格被合并,无法确定本行的值', en: 'The cell is merged, so its value for this row is unknown' },
  'not-text': {
    zh: '单元格不是文本格式,长数字会被电子表格改变;请设为文本格式后重新填写',
    en: 'Not a text cell: spreadsheets change long numbers; format it as text and type it again',
  },
  date: { zh: '单元格是日期格式,请设为文本格式', en: 'The cell is a date; format it as text' },
  'too-long': { zh: '文字过长', en: 'The text is too long' },
  'broken-row': { zh: '本行的列数与表头不一致', en: 'The row has more cells than the header' },
};

/** Rows that one import takes. */
export const IMPORT_ROWS_MAX = 50_000;
