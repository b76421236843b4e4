import { signInPolicy } from '@linggong/config/access';
import { initialPassword } from './initial-password';
import { passwordFault } from './password-policy';

describe('initialPassword', () => {
  it('meets the policy whatever the bytes', () => {
    for (let byte = 0; byte < 256; byte += 1) {
      expect(passwordFault(initialPassword(new Uint8Array(20).fill(byte)), 'operator-1', signInPolicy)).toBeUndefined();
    }
  });

  it('reads in groups', () => {
    expect(initialPassword(Uint8Array.from({ length: 20 }, (_, index) => index))).toBe('ABCDE-FGHJK-LMNPQ-RSTUV-Lg7');
  });

  it('is not made of too little', () => {
    expect(() => initialPassword(new Uint8Array(4))).toThrow(/20 bytes/);
  });
});
