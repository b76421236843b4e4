import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Json } from '../../kind';
import { checkValue, hasDecimals, isPlainText, isRegion } from './check-value';
import { fullForm } from './form.fixture';
import { jsonSchema, visibleSchema } from './json-schema';
import { validateRecord } from './validate';
import type { FormValues } from './value';

const today = '2026-11-26';
const asText = { section: 'main', label: { zh: '甲', en: 'a' }, required: false };

/** An engine that knows our formats, each by the very check that the validator uses. */
function engine(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats(ajv, { keywords: true });
  const formats: Record<string, (value: string) => boolean> = {
    'linggong-text': isPlainText,
    'linggong-file': (value) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  };
  for (const level of ['province', 'city', 'county'] as const) {
    formats[`linggong-region-${level}`] = (value) => isRegion(level, value);
  }
  for (const type of ['identity-number', 'uscc', 'bank-card', 'phone'] as const) {
    formats[`linggong-${type}`] = (value) => checkValue({ id: 'x', ...asText, type }, value, today) === undefined;
  }
  for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, validate);
  for (const places of [0, 1]) {
    ajv.addFormat(`linggong-decimals-${String(places)}`, {
      type: 'number',
      validate: (value: number) => hasDecimals(value, places),
    });
  }
  return ajv;
}

/** Values near the edges of what each field takes, right ones more often than wrong ones. */
const near: Record<string, fc.Arbitrary<Json>> = {
  kind: fc.constantFrom('delivery', 'online', 'other', 1),
  tools: fc.constantFrom(
    ['car'],
    ['bike'],
    ['car', 'phone'],
    ['car', 'car'],
    [],
    ['car', 'bike', 'phone'],
    ['x'],
    'car',
  ),
  plate: fc.constantFrom('A12345', 'AB1234', 'a12345', 'A1234', 'A12345 ', ''),
  note: fc.constantFrom('ab', 'a', '八个字的备注啊啊', '九个字的备注啊啊啊', ' \t ', 'x\0y', '\ud800', '👍👍', 3),
  hours: fc.constantFrom(0, 24, 24.1, 1.5, 1.25, -0.5, '3', 0.1),
  price: fc.constantFrom(100, 99, 9_999, 10_000, 500_000, 500_001, 100.5),
  insured: fc.constantFrom('2020-01-01', '2025-01-01', '2019-12-31', '2026-12-31', '2027-01-01', '2026-02-30', 'x'),
  policy: fc.constantFrom(['0b8e6f0a-1111-4222-8333-944445555666'], [], ['x'], 'x', [1]),
  place: fc.constantFrom('110101', '110000', '310115', '441900', '330100', '999999', 110101),
  who: fc.constantFrom('11010519491231002X', '110101199003079999', '110101199003079990', ' 11010519491231002x'),
  firm: fc.constantFrom('91110101MA00ABCD40', '91110101MA00ABCD41'),
  card: fc.constantFrom('6222028872946788639', '0000000000000000', '6222 0288 7294 6788 639', ''),
  tel: fc.constantFrom('13812340001', '+8613812340001', '12812340001'),
  crew: fc.array(
    fc.record(
      {
        job: fc.constantFrom('搬运', '一二三四五六七', ''),
        heads: fc.constantFrom(1, 0, 2.5, 50),
        other: fc.constant(1),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 4 },
  ),
  stranger: fc.constant('x'),
};

/** Keys are left out, never undefined. */
const records = fc
  .record(near, { requiredKeys: ['kind', 'hours'], noNullPrototype: true })
  .map((values) => values as FormValues);

describe('JSON Schema and validator say the same (R13.1)', () => {
  it.each(['zh', 'en'] as const)('of any record, by the schema in %s', (language) => {
    const conforms = engine().compile(jsonSchema(fullForm, language));
    fc.assert(
      fc.property(records, (values) => {
        expect(conforms(values)).toBe(validateRecord(fullForm, values, today).valid);
      }),
      { numRuns: 3000 },
    );
  });

  it('of a record that is right, and of the same with one value changed', () => {
    const conforms = engine().compile(jsonSchema(fullForm, 'zh'));
    const right = {
      kind: 'delivery',
      tools: ['car'],
      plate: 'A12345',
      hours: 7.5,
      price: 20_000,
      insured: '2026-01-01',
      crew: [{ job: '搬运' }],
    };
    expect(conforms(right)).toBe(true);
    expect(validateRecord(fullForm, right, today)).toEqual({
      valid: true,
      problems: [],
      shown: fullForm.fields.map(({ id }) => id),
    });
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(near)), fc.context(), (id, context) => {
        for (const value of fc.sample(near[id] ?? fc.constant(null), 5)) {
          const values = { ...right, [id]: value };
          context.log(JSON.stringify(values));
          expect(conforms(values)).toBe(validateRecord(fullForm, values, today).valid);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of what a page draws: the fields that are shown now', () => {
    const compiled = new Map<string, ReturnType<Ajv2020['compile']>>();
    fc.assert(
      fc.property(records, (values) => {
        const { valid, shown } = validateRecord(fullForm, values, today);
        const key = shown.join();
        const conforms = compiled.get(key) ?? engine().compile(visibleSchema(fullForm, shown, 'zh'));
        compiled.set(key, conforms);
        expect(conforms(values)).toBe(valid);
      }),
      { numRuns: 1000 },
    );
  });
});
