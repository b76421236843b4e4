import { groupedYuanText, type Text2 } from '@linggong/core/domain';
import type { FieldType } from './content';
import type { ProblemCode } from './value';

const texts: Readonly<Record<ProblemCode, Text2>> = {
  required: { zh: '必填', en: 'Required' },
  unknown: { zh: '表单中没有这一项', en: 'The form has no such field' },
  hidden: { zh: '当前情况下不需要填写此项', en: 'Not asked as the other answers stand' },
  type: { zh: '填写的内容类型不对', en: 'Not the kind of value that is asked for' },
  characters: { zh: '内容为空白或含有不允许的字符', en: 'Blank, or with characters that cannot be kept' },
  'too-short': { zh: '字数不足', en: 'Too short' },
  'too-long': { zh: '字数超出', en: 'Too long' },
  pattern: { zh: '格式不符合要求', en: 'Not in the form that is asked for' },
  'too-small': { zh: '小于允许的最小值', en: 'Below the least that is allowed' },
  'too-large': { zh: '大于允许的最大值', en: 'Above the most that is allowed' },
  decimals: { zh: '小数位数过多', en: 'Too many digits after the point' },
  'not-a-day': { zh: '应为真实存在的日期', en: 'Must be a real day' },
  'too-early': { zh: '早于允许的日期', en: 'Earlier than allowed' },
  'too-late': { zh: '晚于允许的日期', en: 'Later than allowed' },
  'not-a-choice': { zh: '不在可选范围内', en: 'Not one of the choices' },
  repeated: { zh: '有重复', en: 'The same one twice' },
  'too-few': { zh: '数量不足', en: 'Too few' },
  'too-many': { zh: '数量超出', en: 'Too many' },
  'not-a-region': { zh: '请选择行政区划', en: 'Choose a region' },
  'not-an-identity-number': {
    zh: '证件号码不正确，请核对是否输错',
    en: 'Not a valid identity number; look for a typing mistake',
  },
  'not-a-uscc': {
    zh: '统一社会信用代码不正确，请核对是否输错',
    en: 'Not a valid unified social credit code; look for a typing mistake',
  },
  'not-a-bank-card': {
    zh: '银行卡号不正确，请核对是否输错',
    en: 'Not a valid card number; look for a typing mistake',
  },
  'not-a-phone': {
    zh: '手机号码不正确，请核对是否输错',
    en: 'Not a valid mobile number; look for a typing mistake',
  },
  'not-a-file': { zh: '请重新上传文件', en: 'Upload the file again' },
};

/** What is expected where something else was typed. */
const kindTexts: Readonly<Partial<Record<FieldType, Text2>>> = {
  money: { zh: '应为不小于零的金额，如 1234.56', en: 'Must be an amount of zero or more, such as 1234.56' },
  number: { zh: '应为数字', en: 'Must be a number' },
};

/** Of a field or column what its problems are told by: its type, and the bounds that it may have. */
export interface Bounds {
  readonly type: FieldType;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly decimals?: number | undefined;
  readonly unit?: Text2 | undefined;
  readonly minFen?: number | undefined;
  readonly maxFen?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly minRows?: number | undefined;
  readonly maxRows?: number | undefined;
  readonly maxFiles?: number | undefined;
}

/** What a problem of a value reads like beside its field: with the bound that was passed, where the form sets one. @param asked the field or column, where it is known */
export function problemText(code: ProblemCode, asked?: Bounds): Text2 {
  if (asked === undefined) return texts[code];
  return (code === 'type' ? kindTexts[asked.type] : boundText(code, asked)) ?? texts[code];
}

type Told = (bound: Text2) => Text2;

const atLeast: Told = ({ zh, en }) => ({ zh: `不能小于 ${zh}`, en: `Must be ${en} or more` });
const atMost: Told = ({ zh, en }) => ({ zh: `不能大于 ${zh}`, en: `Must be ${en} or less` });

function boundText(code: ProblemCode, asked: Bounds): Text2 | undefined {
  const { minFen, maxFen, min, max, unit } = asked;
  switch (code) {
    case 'too-small':
      return told(atLeast, minFen === undefined ? counted(min, unit) : yuan(minFen));
    case 'too-large':
      return told(atMost, maxFen === undefined ? counted(max, unit) : yuan(maxFen));
    case 'too-early':
      return told(({ zh, en }) => ({ zh: `不能早于 ${zh}`, en: `Must be ${en} or later` }), plain(asked.from));
    case 'too-late':
      return told(({ zh, en }) => ({ zh: `不能晚于 ${zh}`, en: `Must be ${en} or earlier` }), plain(asked.to));
    case 'too-short':
      return told(({ zh, en }) => ({ zh: `至少 ${zh} 个字`, en: `At least ${en} characters` }), plain(asked.minLength));
    case 'too-long':
      return told(({ zh, en }) => ({ zh: `最多 ${zh} 个字`, en: `At most ${en} characters` }), plain(asked.maxLength));
    case 'decimals':
      return told(
        ({ zh, en }) => ({ zh: `最多 ${zh} 位小数`, en: `At most ${en} digits after the point` }),
        plain(asked.decimals),
      );
    case 'too-few':
      return told(
        ({ zh, en }) => ({ zh: `至少 ${zh} 项`, en: `At least ${en}` }),
        plain(asked.minItems ?? asked.minRows),
      );
    case 'too-many':
      return told(
        ({ zh, en }) => ({ zh: `最多 ${zh} 项`, en: `At most ${en}` }),
        plain(asked.maxItems ?? asked.maxRows ?? asked.maxFiles),
      );
    default:
      return undefined;
  }
}

const told = (words: Told, bound: Text2 | undefined): Text2 | undefined =>
  bound === undefined ? undefined : words(bound);

function plain(bound: string | number | undefined): Text2 | undefined {
  return bound === undefined ? undefined : { zh: String(bound), en: String(bound) };
}

function counted(bound: number | undefined, unit: Text2 | undefined): Text2 | undefined {
  if (bound === undefined) return undefined;
  const of = (word: string | undefined): string => (word === undefined || word === '' ? '' : ` ${word}`);
  return { zh: `${String(bound)}${of(unit?.zh)}`, en: `${String(bound)}${of(unit?.en)}` };
}

function yuan(fen: number): Text2 {
  const text = groupedYuanText(BigInt(fen));
  return { zh: `${text} 元`, en: `CNY ${text}` };
}
