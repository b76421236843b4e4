import type { CellFaultReason } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import type { IdentityKind } from '../../domain';

/** What people write in the column 证件类型. Maps: a cell that says `constructor` must not find what every object has. */
export const kindWords: ReadonlyMap<string, IdentityKind> = new Map([
  ['居民身份证', 'resident-id'],
  ['身份证', 'resident-id'],
  ['resident-id', 'resident-id'],
  ['港澳台居民居住证', 'hmt-residence-permit'],
  ['hmt-residence-permit', 'hmt-residence-permit'],
  ['外国人永久居留身份证', 'foreign-pr-card'],
  ['foreign-pr-card', 'foreign-pr-card'],
]);

export const yesNoWords: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['否', false],
  ['yes', true],
  ['no', false],
]);

/** Why a word was not understood, with the words that are. */
export function unknownWord(words: ReadonlyMap<string, unknown>): Text2 {
  const allowed = [...words.keys()].join(' / ');
  return { zh: `不认识的内容，请填写：${allowed}`, en: `Not a known word; write one of: ${allowed}` };
}

export const cellFaultTexts: Readonly<Record<CellFaultReason, Text2>> = {
  formula: { zh: '单元格是公式，请粘贴为文本', en: 'The cell is a formula; paste it as text' },
  error: { zh: '单元格是错误值', en: 'The cell shows an error value' },
  merged: { zh: '单元格被合并，无法确定本行的值', en: 'The cell is merged, so its value for this row is unknown' },
  'not-text': {
    zh: '单元格不是文本格式，长数字会被电子表格改变；请设为文本格式后重新填写',
    en: 'Not a text cell: spreadsheets change long numbers; format it as text and type it again',
  },
  date: { zh: '单元格是日期格式，请设为文本格式', en: 'The cell is a date; format it as text' },
  'too-long': { zh: '文字过长', en: 'The text is too long' },
  'broken-row': { zh: '本行的列数与表头不一致', en: 'The row has more cells than the header' },
};
