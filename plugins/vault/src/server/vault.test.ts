import { coveredRead } from '@linggong/audit';
import os from 'node:os';
import { Problem } from '@linggong/core/domain';
import fc from 'fast-check';
import { fieldKinds } from '../domain';
import { createDataKey, type DataKeys } from './keys/data-key';
import { demandSuite, SealBroken, type SuiteName } from './suites';
import { sealedUnderRing, smKeyring, testKeyring } from './keyring.fixture';
import { createVault } from './vault';
import { anyReading } from './reading.fixture';

const vault = createVault({ keyring: testKeyring(), root: os.tmpdir() });
const kind = fc.constantFrom(...fieldKinds);
const clearText = fc.string({ maxLength: 60, unit: 'grapheme' }).filter((text) => !text.includes('*'));

describe('fields', () => {
  it('opens what it sealed', () => {
    fc.assert(
      fc.property(kind, fc.string(), clearText, (of, subject, clear) => {
        expect(vault.open(of, subject, vault.seal(of, subject, clear), anyReading)).toBe(clear);
      }),
    );
  });

  it('never seals the same value to the same bytes', () => {
    expect(vault.seal('name', 's', '张三').equals(vault.seal('name', 's', '张三'))).toBe(false);
  });

  it('does not open for another subject or another kind', () => {
    const sealed = vault.seal('phone', 'subject-1', '13800000001');
    expect(() => vault.open('phone', 'subject-2', sealed, anyReading)).toThrow(SealBroken);
    expect(() => vault.open('bank-card', 'subject-1', sealed, anyReading)).toThrow(SealBroken);
  });

  it('opens only what the entry of the read names (R9.5)', () => {
    const [phone, card] = (['phone', 'bank-card'] as const).map((kind) => vault.seal(kind, 's', '13800000001'));
    const reading = coveredRead('restore', ['phone']);
    expect(vault.open('phone', 's', phone ?? Buffer.alloc(0), reading)).toBe('13800000001');
    expect(() => vault.open('bank-card', 's', card ?? Buffer.alloc(0), reading)).toThrow(/does not name bank-card/);
    expect(() => vault.openAll('bank-card', ['s'], [card ?? Buffer.alloc(0)], reading)).toThrow(/does not name/);
    expect(() => vault.getFile('00000000-0000-4000-8000-000000000000', reading)).toThrow(/does not name file/);
  });

  it('does not open when any byte is changed, cut off or added', () => {
    const sealed = vault.seal('name', 's', '张三');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => vault.open('name', 's', changed, anyReading)).toThrow(SealBroken);
    }
    expect(() => vault.open('name', 's', sealed.subarray(0, -1), anyReading)).toThrow(SealBroken);
    expect(() => vault.open('name', 's', Buffer.concat([sealed, Buffer.alloc(1)]), anyReading)).toThrow(SealBroken);
    expect(() => vault.open('name', 's', Buffer.alloc(0), anyReading)).toThrow(SealBroken);
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

/** Keys 1 and 2, of which one is current. */
function keysOf(currentNumber: 1 | 2, suiteOfSecond: SuiteName = 'aes-256-gcm'): DataKeys {
  const first = createDataKey(1, demandSuite('aes-256-gcm'), Buffer.alloc(32, 1));
  const second = createDataKey(2, demandSuite(suiteOfSecond), Buffer.alloc(32, 2));
  return {
    current: () => (currentNumber === 1 ? first : second),
    find: (number) => [first, second].find((key) => key.number === number),
  };
}

const vaultWith = (dataKeys: DataKeys, keyring = testKeyring()) =>
  createVault({ keyring, root: os.tmpdir(), dataKeys });

describe('rotation of data keys', () => {
  const before = vaultWith(keysOf(1));

  it.each([
    ['aes-256-gcm', '0200'],
    ['sm4-ctr-hmac-sm3', '0300'],
  ] as const)('to a key of %s: new values under it, old ones open, and are sealed anew once', (suite, head) => {
    const after = vaultWith(keysOf(2, suite));
    const old = before.seal('phone', 's', '13800000001');
    expect(after.open('phone', 's', old, anyReading)).toBe('13800000001');
    const moved = after.reseal('phone', 's', old) ?? old;
    expect(moved.subarray(0, 3).toString('hex')).toBe(`${head}02`);
    expect(after.open('phone', 's', moved, anyReading)).toBe('13800000001');
    expect(after.reseal('phone', 's', moved)).toBeUndefined();
    expect(moved).toHaveLength(old.length);
  });

  it('does not let a value pass for one under another key or suite', () => {
    const sealed = before.seal('phone', 's', '13800000001');
    for (const head of ['020002', '030001', '030002', '010001']) {
      const other = Buffer.concat([Buffer.from(head, 'hex'), sealed.subarray(3)]);
      expect(() => vaultWith(keysOf(2)).open('phone', 's', other, anyReading)).toThrow(SealBroken);
    }
  });

  it('moves only what opens for its kind and subject', () => {
    const after = vaultWith(keysOf(2));
    const old = before.seal('phone', 's', '13800000001');
    expect(() => after.reseal('phone', 'another', old)).toThrow(SealBroken);
    expect(() => after.reseal('name', 's', old)).toThrow(SealBroken);
  });

  it('tells the current key by the first four characters of the text form', () => {
    const sealed = before.seal('name', 's', '张三').toString('base64');
    expect(sealed.slice(0, 4)).toBe(keysOf(1).current('fields').headText);
  });

  it('refuses a NUL in a subject, which would blur where the kind ends', () => {
    expect(() => before.seal('name', 'a\u0000b', '张三')).toThrow(RangeError);
  });
});

describe('values from before there were data keys', () => {
  it('open as they did, and leave the ring when they are sealed anew', () => {
    const ring = testKeyring();
    const old = sealedUnderRing(ring, 'name', 's', '欧阳娜娜');
    const vaultNow = vaultWith(keysOf(1), ring);
    expect(vaultNow.open('name', 's', old, anyReading)).toBe('欧阳娜娜');
    expect(vaultNow.reseal('name', 's', old)?.[0]).toBe(2);
    expect(vaultNow.open('name', 's', vaultNow.reseal('name', 's', old) ?? old, anyReading)).toBe('欧阳娜娜');
    expect(() => vaultNow.open('name', 'another', old, anyReading)).toThrow(SealBroken);
    expect(() => vaultWith(keysOf(1), testKeyring(2)).open('name', 's', old, anyReading)).toThrow(SealBroken);
  });
});

describe('a ring of SM4 and SM3', () => {
  it('seals, opens and looks up like the other', () => {
    const sm = createVault({ keyring: smKeyring(), root: os.tmpdir() });
    const sealed = sm.seal('name', 's', '张三');
    expect(sealed[0]).toBe(3);
    expect(sm.open('name', 's', sealed, anyReading)).toBe('张三');
    expect(sm.blind('phone', '+86 138 0000 0001')).toEqual(sm.blind('phone', '13800000001'));
    expect(sm.blind('phone', '13800000001')).not.toEqual(vault.blind('phone', '13800000001'));
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
    expect(vault.openAll('name', subjects, sealed, anyReading)).toEqual(clears);
    expect(vault.blindAll('name', clears)).toEqual(clears.map((clear) => vault.blind('name', clear)));
    expect(vault.maskAll('name', clears)).toEqual(['张*', '李*', '欧阳**']);
  });

  it('refuse lists of different length', () => {
    expect(() => vault.sealAll('name', ['a'], [])).toThrow(RangeError);
    expect(() => vault.openAll('name', [], [Buffer.alloc(40)], anyReading)).toThrow(RangeError);
  });
});
