import { deviceNumberOf } from './device-number';

describe('the number of a device (R6.3)', () => {
  it.each([
    ['0123456789abcdef0123456789abcdef', '0123456789abcdef0123456789abcdef'],
    [' 0123456789ABCDEF0123456789ABCDEF ', '0123456789abcdef0123456789abcdef'],
    ['f'.repeat(64), 'f'.repeat(64)],
  ])('%j is kept as %j', (header, kept) => expect(deviceNumberOf(header)).toBe(kept));

  it.each([
    undefined,
    '',
    'f'.repeat(31),
    'f'.repeat(65),
    `${'f'.repeat(31)}g`,
    `${'f'.repeat(16)}\n${'f'.repeat(16)}`,
    '设备'.repeat(16),
    `${'f'.repeat(32)}, ${'f'.repeat(32)}`,
  ])('%j is unknown', (header) => expect(deviceNumberOf(header)).toBeUndefined());
});
