import { keeping } from '../i18n/zh/keeping';
import { backupStatus } from '@linggong/continuity/api';
import { bytesText } from './backup';

describe('what the backups page says', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [1_450_000_000, '1.4 GB'],
    [250_000_000_000, '250 GB'],
    [9e18, '9000000 TB'],
    [null, '—'],
  ])('%s bytes are %s', (bytes, text) => expect(bytesText(bytes)).toBe(text));

  it('has words for every warning of the server', () => {
    const warnings = backupStatus.shape.warnings.element.options;
    expect(warnings.length).toBeGreaterThan(5);
    expect(warnings.filter((warning) => !(warning in keeping.keeping.warning))).toEqual([]);
  });
});
