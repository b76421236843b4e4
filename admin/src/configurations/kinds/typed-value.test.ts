import { kindEditors as english } from '../../i18n/en/kind-editors';
import { kindEditors as chinese } from '../../i18n/zh/kind-editors';
import { faultsAt, isFaulty, under } from './faults-at';
import { typedCount, typedInstant, typedMoney, typedRate, typedTime, type TypedValue } from './typed-value';

describe('values typed as text', () => {
  it.each<[string, TypedValue, string, unknown, string]>([
    ['yuan', typedMoney, '80,000', 8_000_000, '80,000.00'],
    ['yuan and fen', typedMoney, '0.07', 7, '0.07'],
    ['percent', typedRate, '7', '0.07', '7'],
    ['percent of four digits', typedRate, '0.0001%', '0.000001', '0.0001'],
    ['a count', typedCount(1, 90), '7', 7, '7'],
    ['a time', typedTime, '９:05', '09:05', '09:05'],
    ['a time without a colon', typedTime, '1830', '18:30', '18:30'],
    ['an instant of Beijing', typedInstant, '2026-11-22 7:30', '2026-11-21T23:30:00.000Z', '2026-11-22 07:30'],
  ])('%s', (_name, typed, text, value, shown) => {
    expect(typed.read(text)).toBe(value);
    expect(typed.shown(value)).toBe(shown);
    expect(typed.read(typed.shown(value))).toBe(value);
  });

  it('says what may be typed, with the bounds of a count', () => {
    expect(typedCount(0, 90).asks).toEqual({ form: 'count', min: 0, max: 90 });
    const forms = [typedMoney, typedRate, typedTime, typedInstant].map(({ asks }) => asks.form);
    for (const form of ['count', ...forms] as const) {
      expect(chinese.kindEditor.asks[form]).toMatch(/^应为/);
      expect(english.kindEditor.asks[form]).not.toBe('');
    }
  });

  it.each<[string, TypedValue, string]>([
    ['three decimals', typedMoney, '1.005'],
    ['a comma for a point', typedMoney, '1,00'],
    ['more than all', typedRate, '100.1'],
    ['below the least', typedCount(1, 90), '0'],
    ['above the most', typedCount(1, 90), '91'],
    ['25 hours', typedTime, '25:00'],
    ['30 February', typedInstant, '2026-02-30 10:00'],
  ])('refuses %s', (_name, typed, text) => {
    expect(typed.read(text)).toBeUndefined();
  });
});

describe('faults at their place', () => {
  const text = { zh: '缺', en: 'missing' };
  const faults = ['rows.1.name', 'rows.10', ''].map((path) => ({ path, code: 'missing', text }));

  it('belong to a place and to what it stands in, not to a neighbour of a longer name', () => {
    expect(faultsAt(faults, 'rows.1.name')).toHaveLength(1);
    expect(isFaulty(faults, 'rows.1')).toBe(true);
    expect(isFaulty(faults, 'rows.2')).toBe(false);
    expect(isFaulty(faults, 'rows')).toBe(true);
    expect(under('', 0)).toBe('0');
    expect(under('rows', 1)).toBe('rows.1');
  });
});
