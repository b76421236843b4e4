import { z } from 'zod';
import { contentWords } from './content-words';
import { fieldsOf } from './input-schema';

const words = contentWords({
  columns: [
    { field: 'limit', label: { zh: '限额', en: 'Limit' }, type: 'money' },
    { field: 'paidOn', label: { zh: '日期', en: 'Day' }, type: 'day' },
    { field: 'class', label: { zh: '等级', en: 'Class' }, choices: [{ value: 'A', label: { zh: '甲', en: 'A' } }] },
  ],
});
const of = (schema: z.ZodType) => fieldsOf(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }), words);

describe('the fields of a test case, by the schema of its kind (R13.1)', () => {
  it('knows money by its name or by what the content says, days, choices and what may be left out', () => {
    const fields = of(
      z.object({
        amountFen: z.int(),
        limit: z.int().nullish(),
        paidOn: z.string(),
        class: z.enum(['A', 'B']),
        days: z.number().meta({ description: '天数 · Days' }),
        first: z.boolean().optional(),
      }),
    );
    expect(fields.map(({ name, type }) => [name, type.is])).toEqual([
      ['amountFen', 'money'],
      ['limit', 'money'],
      ['paidOn', 'day'],
      ['class', 'choice'],
      ['days', 'number'],
      ['first', 'boolean'],
    ]);
    expect(fields.filter(({ required }) => !required).map(({ name }) => name)).toEqual(['limit', 'first']);
    expect(fields.find(({ name }) => name === 'days')?.label).toEqual({ zh: '天数', en: 'Days' });
    expect(fields.find(({ name }) => name === 'class')?.type).toEqual({
      is: 'choice',
      choices: [
        { value: 'A', label: { zh: '甲', en: 'A' } },
        { value: 'B', label: undefined },
      ],
    });
  });

  it('reaches into groups and lists', () => {
    const fields = of(z.object({ answers: z.array(z.object({ item: z.string() })), kinds: z.array(z.enum(['a'])) }));
    expect(fields.map(({ type }) => type.is)).toEqual(['list', 'choices']);
    expect(fields[0]?.type).toMatchObject({ of: { is: 'group', fields: [{ name: 'item' }] } });
  });

  it('has none for what is not asked by fields', () => {
    expect(of(z.string())).toEqual([]);
  });
});
