import { z } from 'zod';
import { clearField } from '@linggong/vault/api';
import { idText, monthText } from '../../api';
import { InputProblem } from './input-problem';
import { fieldFaults } from './issue-text';

function faultsOf(
  schema: z.ZodType,
  value: unknown,
): { field: string; code: string; text: { zh: string; en: string } }[] {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? [] : fieldFaults(parsed.error.issues, 'body');
}

const sheet = z.strictObject({
  name: z.string().min(2).max(5),
  lines: z.array(z.strictObject({ grossFen: z.int().min(0) })).max(2),
  kind: z.enum(['a', 'b']),
  at: z.iso.datetime(),
});
const good = { name: 'abc', lines: [], kind: 'a', at: '2026-01-01T00:00:00Z' };

describe('fieldFaults', () => {
  it.each([
    ['missing', { ...good, name: undefined }, 'name', '必填', 'is required'],
    ['wrong type', { ...good, name: 5 }, 'name', '应为文字', 'must be text'],
    ['too short', { ...good, name: 'a' }, 'name', '至少 2 个字符', 'must be at least 2 characters'],
    ['too long', { ...good, name: 'abcdef' }, 'name', '最多 5 个字符', 'must be at most 5 characters'],
    ['nested', { ...good, lines: [{ grossFen: 1.5 }] }, 'lines[0].grossFen', '应为整数', 'must be an integer'],
    ['negative', { ...good, lines: [{ grossFen: -1 }] }, 'lines[0].grossFen', '至少 0', 'must be at least 0'],
    [
      'too many',
      { ...good, lines: [1, 2, 3].map(() => ({ grossFen: 1 })) },
      'lines',
      '最多 2 项',
      'must be at most 2 items',
    ],
    ['not of the list', { ...good, kind: 'z' }, 'kind', '应为：a、b', 'must be one of a, b'],
    ['format', { ...good, at: 'today' }, 'at', '应为 ISO 8601 时刻', 'must be an ISO 8601 instant'],
    ['unknown key', { ...good, nam: 'x' }, 'nam', '没有这个字段', 'there is no such field'],
    ['no object', 'text', 'body', '应为对象', 'must be an object'],
  ])('%s', (_name, value, field, zh, en) => {
    const [fault] = faultsOf(sheet, value);
    expect(fault).toMatchObject({ field, text: { zh, en } });
  });

  it('never repeats a value, also where it was sent as a key', () => {
    const text = JSON.stringify(faultsOf(sheet, { ...good, name: '110101199003079999', '13800000001': 1, 张三: 2 }));
    expect(text).not.toMatch(/110101|138000|张三/);
  });

  it('takes the texts of rules of one’s own', () => {
    const [fault] = faultsOf(clearField('name'), '张*');
    expect(fault?.text.en).toContain('masked');
    expect(fault?.text.zh).toContain('脱敏');
  });

  it.each([
    ['a row number', idText, 'abc', '应为编号（正整数）', 'must be a row number, a whole number above zero'],
    [
      'a row number in digits',
      z.string().regex(/^[1-9][0-9]{0,17}$/),
      'x',
      '应为编号（正整数）',
      'must be a row number, a whole number above zero',
    ],
    ['six digits', z.string().regex(/^[0-9]{6}$/), 'x', '应为 6 位数字', 'must be six digits'],
    [
      'a telephone',
      z.string().regex(/^\+?[0-9]{6,15}$/),
      'x',
      '应为 6 至 15 位数字的电话号码',
      'must be a telephone number of 6 to 15 digits',
    ],
    ['digits', z.string().regex(/^\d{1,18}$/), 'x', '只能填数字', 'must be digits only'],
    [
      'a code',
      z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
      '?',
      '应为小写字母开头的代码',
      'must be a code that begins with a small letter',
    ],
    ['a month', monthText, '2026-13', '应为 YYYY-MM 月份', 'must be a month YYYY-MM'],
    ['a form without words', z.string().regex(/^[A-F]{3}$/), 'x', '应符合格式 ^[A-F]{3}$', 'must match ^[A-F]{3}$'],
    [
      'a rule without words',
      z.int().refine(() => false),
      1,
      '不符合要求，请对照接口文档',
      'is not as required; see the API document',
    ],
  ])('says what is expected of %s', (_name, schema, value, zh, en) => {
    expect(faultsOf(schema, value)[0]?.text).toEqual({ zh, en });
  });

  it('names the field in the language of the reader', () => {
    const faults = (schema: z.ZodType, value: unknown) => new InputProblem(faultsOf(schema, value)).text;
    expect(faults(z.strictObject({ enterpriseId: z.int() }), {})).toEqual({
      zh: '企业：必填',
      en: 'Enterprise: is required',
    });
    expect(faults(sheet, 'text')).toEqual({ zh: '请求内容：应为对象', en: 'Request body: must be an object' });
  });

  it('lists twenty faults at most', () => {
    const many = z.array(z.int());
    expect(
      faultsOf(
        many,
        Array.from({ length: 50 }, () => 'x'),
      ),
    ).toHaveLength(20);
  });
});
