import { keeping } from '../i18n/zh/keeping';
import { backupStatus } from '@linggong/continuity/api';

describe('what the backups page says', () => {
  it('has words for every warning of the server', () => {
    const warnings = backupStatus.shape.warnings.element.options;
    expect(warnings.length).toBeGreaterThan(5);
    expect(warnings.filter((warning) => !(warning in keeping.keeping.warning))).toEqual([]);
  });
});
