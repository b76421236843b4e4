import { bytesText } from './bytes-text';

describe('sizes as people read them', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [1_450_000_000, '1.4 GB'],
    [250_000_000_000, '250 GB'],
    [9e18, '9000000 TB'],
    [null, '—'],
  ])('%s bytes are %s', (bytes, text) => expect(bytesText(bytes)).toBe(text));
});
