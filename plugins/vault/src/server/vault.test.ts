import os from 'node:os';
import { Problem } from '@linggong/core/domain';
import fc from 'fast-check';
import { fieldKinds } from '../domain';
import { keyNumberOf, SealBroken } from './fields/field-cipher';
import { createKeyring, withNewKey } from './keys/keyring';
import { testKeyring, testMaterial } from './keyring.fixture';
import { createVault } from './vault';

const vault = createVault({ keyring: testKeyring(), root: os.tmpdir() });
const kind = fc.constantFrom(...fieldKinds);
const clearText = fc.string({ maxLength: 60, unit: 'grapheme' }).filter((text) => !text.includes('*'));

describe('fields', () => {
  it('opens what it sealed', () => {
    fc.assert(
      fc.property(kind, fc.string(), clearText, (of, subject, clear) => {
        expect(vault.open(of, subject, vault.seal(of, subject, clear))).toBe(clear);
      }),
    );
  });

  it('never seals the same value to the same bytes', () => {
    expect(vault.seal('name', 's', '张三').equals(vault.seal('name', 's', '张三'))).toBe(false);
  });

  it('does not open for another subject or another kind', () => {
    const sealed = vault.seal('phone', 'subject-1', '13800000001');
    expect(() => vault.open('phone', 'subject-2', sealed)).toThrow(SealBroken);
    expect(() => vault.open('bank-card', 'subject-1', sealed)).toThrow(SealBroken);
  });

  it('does not open when any byte is changed, cut off or added', () => {
    const sealed = vault.seal('name', 's', '张三');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => vault.open('name', 's', changed)).toThrow(SealBroken);
    }
    expect(() => vault.open('name', 's', sealed.subarray(0, -1))).toThrow(SealBroken);
    expect(() => vault.open('name', 's', Buffer.concat([sealed, Buffer.alloc(1)]))).toThrow(SealBroken);
    expect(() => vault.open('name', 's', Buffer.alloc(0))).toThrow(SealBroken);
  });

  it('refuses one of its own masks, which a screen sent back', () => {
    expect(() => vault.seal('name', 's', vault.mask('name', '张三'))).toThrow(Problem);
  });

  it('says nothing of the value in the sealed bytes', () => {
    const canary = 'CANARY-622202887294';
    const sealed = vault.seal('address', 's', canary);
    expect(sealed.includes(canary)).toBe(false);
    expect(sealed.toString('base64')).not.toContain(Buffer.from(canary).toString('base64').slice(0, 12));
  });
});

describe('rotation', () => {
  const material = testMaterial();
  const rotated = createVault({ keyring: createKeyring(withNewKey(material, Buffer.alloc(32, 9))), root: os.tmpdir() });

  it('seals under the new key, opens what the old one sealed, and looks up as before', () => {
    const old = vault.seal('phone', 's', '13800000001');
    expect(keyNumberOf(old)).toBe(1);
    expect(rotated.open('phone', 's', old)).toBe('13800000001');
    const fresh = rotated.seal('phone', 's', '13800000001');
    expect(keyNumberOf(fresh)).toBe(2);
    expect(() => vault.open('phone', 's', fresh)).toThrow(SealBroken);
    expect(rotated.blind('phone', '13800000001')).toEqual(vault.blind('phone', '13800000001'));
  });
});

describe('blind index', () => {
  it('is equal for spellings of one value and differs by kind and by key', () => {
    expect(vault.blind('identity-number', '11010519491231002x')).toEqual(
      vault.blind('identity-number', ' 11010519491231002X'),
    );
    expect(vault.blind('phone', '6222028872946788639')).not.toEqual(vault.blind('bank-card', '6222028872946788639'));
    const other = createVault({ keyring: testKeyring(2), root: os.tmpdir() });
    expect(other.blind('phone', '13800000001')).not.toEqual(vault.blind('phone', '13800000001'));
    expect(vault.blind('phone', '13800000001')).toHaveLength(32);
  });

  it('names the subject of a person', () => {
    expect(vault.subjectOf('11010519491231002x')).toBe(
      vault.blind('identity-number', '11010519491231002X').toString('hex'),
    );
  });
});

describe('array forms', () => {
  it('do the same as one by one', () => {
    const subjects = ['a', 'b', 'c'];
    const clears = ['张三', '李四', '欧阳娜娜'];
    const sealed = vault.sealAll('name', subjects, clears);
    expect(vault.openAll('name', subjects, sealed)).toEqual(clears);
    expect(vault.blindAll('name', clears)).toEqual(clears.map((clear) => vault.blind('name', clear)));
    expect(vault.maskAll('name', clears)).toEqual(['张*', '李*', '欧阳**']);
  });

  it('refuse lists of different length', () => {
    expect(() => vault.sealAll('name', ['a'], [])).toThrow(RangeError);
    expect(() => vault.openAll('name', [], [Buffer.alloc(40)])).toThrow(RangeError);
  });
});
