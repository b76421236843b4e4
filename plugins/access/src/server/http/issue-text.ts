import type { Text2 } from '@linggong/core/domain';
import type { z } from 'zod';
import type { FieldFault } from './input-problem';

type Issue = z.core.$ZodIssue;

const typeNames: Readonly<Record<string, Text2>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'an integer' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  date: { zh: '日期', en: 'a date' },
};

const formatNames: Readonly<Record<string, Text2>> = {
  datetime: { zh: '应为 ISO 8601 时刻', en: 'must be an ISO 8601 instant' },
  date: { zh: '应为 YYYY-MM-DD 日期', en: 'must be a day YYYY-MM-DD' },
  email: { zh: '应为邮箱地址', en: 'must be an e-mail address' },
  uuid: { zh: '应为 UUID', en: 'must be a UUID' },
  url: { zh: '应为网址', en: 'must be a URL' },
};

/** What the regular expressions of our schemas ask for. */
const patternNames: readonly (readonly [form: RegExp, text: Text2])[] = [
  [
    /^\^\[1-9\](\\d|\[0-9\])\{0,\d+\}\$$/,
    { zh: '应为编号（正整数）', en: 'must be a row number, a whole number above zero' },
  ],
  [/^\^\\d\{4\}-\(0\[1-9\]/, { zh: '应为 YYYY-MM 月份', en: 'must be a month YYYY-MM' }],
  [/^\^\(\[01\]\\d\|2\[0-3\]\)/, { zh: '应为 24 小时制的 HH:MM', en: 'must be a time HH:MM of 24 hours' }],
  [/^\^\(0\(/, { zh: '应为 0 至 1 的小数，最多六位，如 0.06', en: 'must be a decimal of 0 to 1 such as 0.06' }],
  [/^\^20\\d\{2\}\$$/, { zh: '应为四位年份，如 2026', en: 'must be a year such as 2026' }],
  [/^\^(\\d|\[0-9\])\{6\}\$$/, { zh: '应为 6 位数字', en: 'must be six digits' }],
  [
    /^\^\\\+\?\[0-9\]\{6,15\}\$$/,
    { zh: '应为 6 至 15 位数字的电话号码', en: 'must be a telephone number of 6 to 15 digits' },
  ],
  [/^\^\(\\d\{3\}\|\\d\{12\}\)\?\$$/, { zh: '应为 3 位或 12 位数字', en: 'must be 3 or 12 digits' }],
  [/^\^(\\d|\[0-9\])(\+|\{1,\d+\})\$$/, { zh: '只能填数字', en: 'must be digits only' }],
  [/^\^\[0-9a-f\]\{64\}\$$/, { zh: '应为 SHA-256（64 位十六进制）', en: 'must be a SHA-256 of 64 hexadecimal digits' }],
  [
    /^\^\[0-9A-Za-z-?\]\{/,
    { zh: '只能填字母和数字，并注意位数', en: 'must be letters and digits, of the right length' },
  ],
  [/^\^\[a-z\]/, { zh: '应为小写字母开头的代码', en: 'must be a code that begins with a small letter' }],
  [/^\^\[\^\\p\{Cc\}/, { zh: '含有不可见字符', en: 'holds characters that cannot be seen' }],
];

/** Faults of a zod parse in both languages. Values are never repeated: they may be identity numbers or cards. */
export function fieldFaults(issues: readonly Issue[], part: string): FieldFault[] {
  return issues.slice(0, 20).map((issue) => ({
    field: fieldPath(issue, part),
    code: issue.code.replaceAll('_', '-'),
    text: issueText(issue),
  }));
}

/** Names of fields only: an unknown key is shown where it looks like a name, since a caller may send a value as key. */
function fieldPath(issue: Issue, part: string): string {
  const path = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : safeName(String(step))));
  if (issue.code === 'unrecognized_keys') path.push(safeName(issue.keys[0] ?? ''));
  const joined = path.join('.').replaceAll('.[', '[');
  return joined || part;
}

function safeName(name: string): string {
  return /^[A-Za-z_][\w-]{0,59}$/.test(name) ? name : '?';
}

function issueText(issue: Issue): Text2 {
  switch (issue.code) {
    case 'invalid_type':
      return invalidType(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return { zh: `应为：${issue.values.join('、')}`, en: `must be one of ${issue.values.join(', ')}` };
    case 'unrecognized_keys':
      return { zh: '没有这个字段', en: 'there is no such field' };
    case 'invalid_format':
      return formatText(issue);
    case 'not_multiple_of':
      return { zh: `应为 ${issue.divisor} 的倍数`, en: `must be a multiple of ${issue.divisor}` };
    case 'custom':
      return customText(issue);
    case 'invalid_union':
      return { zh: '不符合任何一种允许的形式', en: 'fits none of the allowed forms' };
    case 'invalid_key':
    case 'invalid_element':
      return { zh: '其中有一项不符合要求', en: 'holds something that is not as required' };
  }
}

/** A form that nobody has put into words is told as the expression itself: it is ours, and holds no value. */
function formatText(issue: z.core.$ZodIssueInvalidStringFormat): Text2 {
  const known = formatNames[issue.format];
  if (known) return known;
  const pattern = (issue.pattern ?? '').replace(/^\/|\/[a-z]*$/g, '').slice(0, 120);
  const named = patternNames.find(([form]) => form.test(pattern));
  if (named) return named[1];
  if (pattern === '') return { zh: '格式不符合要求', en: 'has the wrong form' };
  return { zh: `应符合格式 ${pattern}`, en: `must match ${pattern}` };
}

function invalidType(issue: z.core.$ZodIssueInvalidType): Text2 {
  if (issue.input === undefined) return { zh: '必填', en: 'is required' };
  const name = typeNames[issue.expected] ?? { zh: issue.expected, en: issue.expected };
  return { zh: `应为${name.zh}`, en: `must be ${name.en}` };
}

const units: Readonly<Record<string, Text2>> = {
  string: { zh: ' 个字符', en: ' characters' },
  array: { zh: ' 项', en: ' items' },
};

function tooSmall(issue: z.core.$ZodIssueTooSmall): Text2 {
  const unit = units[issue.origin] ?? { zh: '', en: '' };
  if (issue.inclusive === false) return { zh: `应大于 ${issue.minimum}`, en: `must be more than ${issue.minimum}` };
  return { zh: `至少 ${issue.minimum}${unit.zh}`, en: `must be at least ${issue.minimum}${unit.en}` };
}

function tooBig(issue: z.core.$ZodIssueTooBig): Text2 {
  const unit = units[issue.origin] ?? { zh: '', en: '' };
  if (issue.inclusive === false) return { zh: `应小于 ${issue.maximum}`, en: `must be less than ${issue.maximum}` };
  return { zh: `最多 ${issue.maximum}${unit.zh}`, en: `must be at most ${issue.maximum}${unit.en}` };
}

/** Schemas with rules of their own say why in both languages: `refine(…, { params: { zh, en } })`. */
function customText(issue: z.core.$ZodIssueCustom): Text2 {
  const { zh, en } = issue.params ?? {};
  if (typeof zh === 'string' && typeof en === 'string') return { zh, en };
  return { zh: '不符合要求，请对照接口文档', en: 'is not as required; see the API document' };
}
