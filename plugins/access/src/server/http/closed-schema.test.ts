import { z } from 'zod';
import { openObjects } from './closed-schema';

describe('openObjects', () => {
  it.each([
    ['strict', z.strictObject({ a: z.strictObject({ b: z.string() }).optional() }), []],
    ['root', z.object({ a: z.string() }), ['(root)']],
    ['loose', z.looseObject({}), ['(root)']],
    ['nested', z.strictObject({ a: z.array(z.object({})) }), ['a.[]']],
    ['union', z.strictObject({ a: z.union([z.strictObject({}), z.object({})]) }), ['a.|1']],
    ['optional', z.strictObject({ a: z.object({}).nullable().default(null) }), ['a']],
    ['transformed', z.strictObject({ a: z.object({}).transform(String) }), ['a.in']],
    ['record', z.strictObject({ a: z.record(z.string(), z.object({})) }), ['a.{}']],
    ['tuple', z.strictObject({ a: z.tuple([z.object({})]) }), ['a.[0]']],
    [
      'discriminated',
      z.discriminatedUnion('k', [z.object({ k: z.literal('a') }), z.strictObject({ k: z.literal('b') })]),
      ['|0'],
    ],
    ['refined', z.object({}).refine(() => true), ['(root)']],
  ])('%s', (_name, schema, open) => {
    expect(openObjects(schema).map((path) => path.replace(/\.+$/, '').replace(/\.\./g, '.'))).toEqual(open);
  });

  it('ends on schemas that hold themselves', () => {
    const tree: z.ZodType = z.strictObject({ children: z.lazy(() => z.array(tree)) });
    expect(openObjects(tree)).toEqual([]);
  });
});
