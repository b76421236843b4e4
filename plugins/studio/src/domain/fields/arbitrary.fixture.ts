import { addDays } from '@linggong/core/domain';
import fc from 'fast-check';
import type { AnyField } from './field';

const maxItems = 4;
const someDay = fc.integer({ min: 0, max: 1_500 }).map((count) => addDays('2025-01-01', count));

/** Values of the shape of a field, faults and all: what a draft may hold. */
export function arbitraryOf(field: AnyField): fc.Arbitrary<unknown> {
  const { control } = field;
  switch (control.type) {
    case 'text':
      return fc.constantFrom('', 'a', 'b', 'c-1', 'd-2', 'delivery');
    case 'text2':
      return fc.record({ zh: fc.constantFrom('', '甲', '乙{{a}}'), en: fc.constantFrom('', 'one', 'two {{a}}') });
    case 'count':
      return fc.integer({ min: control.min, max: control.max });
    case 'money':
      return fc.integer({ min: 0, max: 10_000_000_000_000 });
    case 'rate':
      return fc.constantFrom('0', '0.05', '0.000001', '1', '0.5');
    case 'day':
      return control.open ? fc.oneof(fc.constant(''), someDay) : someDay;
    case 'time':
      return fc.constantFrom('00:00', '08:30', '09:00', '18:00', '23:59');
    case 'instant':
      return fc
        .integer({ min: 0, max: 100_000 })
        .map((hours) => new Date(Date.UTC(2025, 0) + hours * 3_600_000).toISOString());
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...Object.keys(control.choices));
    case 'choices':
      return fc.subarray(Object.keys(control.choices));
    case 'maybe':
      return fc.oneof(fc.constant(null), arbitraryOf(control.of));
    case 'record':
      return membersOf(control.fields, {});
    case 'list':
      return fc.array(arbitraryOf(control.of), { maxLength: Math.min(maxItems, control.max) });
    case 'variant':
      return fc.oneof(
        ...Object.entries(control.options).map(([value, option]) =>
          option.control.type === 'record'
            ? membersOf(option.control.fields, { [control.tag]: fc.constant(value) })
            : fc.constant(option.empty),
        ),
      );
  }
}

function membersOf(
  fields: Readonly<Record<string, AnyField>>,
  more: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<unknown> {
  const members = Object.entries(fields).map(([name, field]) => [name, arbitraryOf(field)] as const);
  return fc.record({ ...more, ...Object.fromEntries(members) }, { noNullPrototype: true });
}
