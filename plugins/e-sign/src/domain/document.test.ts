import fc from 'fast-check';
import { codeBytes, documentCode, printedCode, readCode } from './document-code';
import { documentStatus } from './document-status';
import { codePointName, fontRuns } from './document-text';

describe('the code of a document', () => {
  it('is 160 random bits in base32 (RFC 4648 section 10, lower case)', () => {
    expect(documentCode(Buffer.from('foobarfoobarfoobarfo'))).toBe('mzxw6ytboj' + 'tg633cmfzg' + 'm33pmjqxez' + 'tp');
    expect(() => documentCode(new Uint8Array(16))).toThrow(RangeError);
  });

  it('comes back from what is printed, whatever case and blanks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes }), (random) => {
        const code = documentCode(random);
        expect(readCode(printedCode(code))).toBe(code);
        expect(readCode(` ${code.toUpperCase()} `)).toBe(code);
      }),
    );
  });

  it.each(['', 'abc', 'a'.repeat(31), 'a'.repeat(33), '9'.repeat(32), '核'.repeat(32)])('is not %p', (typed) => {
    expect(readCode(typed)).toBeUndefined();
  });
});

describe('the runs of a text', () => {
  const han = (codePoint: number): boolean => codePoint < 0x20000;
  const rare = (codePoint: number): boolean => codePoint >= 0x20000 && codePoint < 0x30000;

  it('take each character from the first font that has it', () => {
    expect(fontRuns('张𠮷生', [han, rare])).toEqual({
      runs: [
        { text: '张', font: 0 },
        { text: '𠮷', font: 1 },
        { text: '生', font: 0 },
      ],
      missing: [],
    });
  });

  it('name what no font has, by its code point', () => {
    const { missing } = fontRuns('甲\u{31350}乙\u{31350}', [han, rare]);
    expect(missing.map(codePointName)).toEqual(['U+31350']);
  });

  it('lose nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { runs, missing } = fontRuns(text, [han, rare, () => true]);
        expect(runs.map((run) => run.text).join('')).toBe(text);
        expect(missing).toEqual([]);
      }),
    );
  });
});

describe('the status that a stranger is told', () => {
  const signed = { state: 'signed', wasSigned: true, validFrom: '2026-01-01', validTo: '2026-12-31' } as const;
  it.each([
    ['in-force', signed, '2026-12-31'],
    ['expired', signed, '2027-01-01'],
    ['not-yet', signed, '2025-12-31'],
    ['in-force', { ...signed, validTo: null }, '2099-01-01'],
    ['revoked', { ...signed, state: 'revoked' } as const, '2026-06-01'],
    ['expired', { ...signed, state: 'expired' } as const, '2026-06-01'],
    ['unsigned', { ...signed, state: 'sent', wasSigned: false } as const, '2026-06-01'],
    ['unsigned', { ...signed, state: 'sent', wasSigned: false } as const, '2027-06-01'],
    ['unsigned', { ...signed, state: 'revoked', wasSigned: false } as const, '2026-06-01'],
    ['unsigned', { ...signed, state: 'expired', wasSigned: false } as const, '2026-06-01'],
  ])('%s', (status, contract, today) => {
    expect(documentStatus(contract, today)).toBe(status);
  });
});
