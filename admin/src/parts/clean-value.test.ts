import { cleanValue } from './clean-value';

/** Issue 6, details that show care: copy buttons that copy the clean value. */
describe('what a copy button copies', () => {
  it.each([
    ['PB-2026-11-0047', 'PB-2026-11-0047'],
    [' OD-2026-11-000123 ', 'OD-2026-11-000123'],
    ['9135 0100 M000 100Y 43', '91350100M000100Y43'],
    ['6222 0212 3456 7890 123', '6222021234567890123'],
    ['20261122000117', '20261122000117'],
  ])('of %j is %j', (text, value) => {
    expect(cleanValue(text)).toBe(value);
  });

  it.each([
    '',
    '—',
    '2026-11-22',
    '2026-11-22 10:14',
    '1,234.50',
    '¥12.00',
    '福建灵工有限公司',
    '6222 **** **** 0123',
    'WITHDRAWN',
    'paid',
  ])('of %j is nothing', (text) => {
    expect(cleanValue(text)).toBeUndefined();
  });
});
