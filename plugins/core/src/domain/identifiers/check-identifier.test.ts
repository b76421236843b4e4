import fc from 'fast-check';
import { checkIdentifier } from './check-identifier';
import { identifierKinds, type IdentifierKind } from './identifier-kind';
import { reasonTexts } from './reasons';
import identifiers from './vectors/identifiers.json';
import others from './vectors/other-identifiers.json';

const TODAY = '2026-11-22';

/** Vectors whose wrong writing is put right by normalising; everything else in an `…Invalid` list is refused. */
const WELL_FORMED_ONCE_NORMALISED = new Set(['11010519491231002x', '92310115ma1k2n3p4k']);

const valid: readonly [IdentifierKind, readonly string[]][] = [
  ['resident-id', identifiers.resident],
  ['hmt-residence-permit', identifiers.hmt],
  ['foreign-pr-card', identifiers.fpr],
  ['uscc', identifiers.uscc],
  ['uscc', Object.values(identifiers.usccKnown).map((known) => known[0] ?? '')],
  ['bank-card', identifiers.cards],
  ['mobile', others.mobValid],
  ['cnaps', others.cnapsValid],
  ['cnaps', identifiers.cnaps.map((row) => String(row[0]))],
  ['e-invoice-number', others.inv],
];

const invalid: readonly [IdentifierKind, readonly string[]][] = [
  ['resident-id', identifiers.residentInvalid.map((row) => row[0] ?? '')],
  ['hmt-residence-permit', identifiers.hmtInvalid.map((row) => row[0] ?? '')],
  ['foreign-pr-card', identifiers.fprInvalid.map((row) => row[0] ?? '')],
  ['uscc', identifiers.usccInvalid.map((row) => row[0] ?? '')],
  ['bank-card', identifiers.cardsInvalid.map((row) => row[0] ?? '')],
  ['mobile', others.mobInvalid],
  ['cnaps', others.cnapsBad],
  ['e-invoice-number', others.invBad],
];

function flat(lists: readonly [IdentifierKind, readonly string[]][]): [IdentifierKind, string][] {
  return lists.flatMap(([kind, values]) => values.map((value): [IdentifierKind, string] => [kind, value]));
}

describe('vectors', () => {
  it.each(flat(valid))('%s %s is well formed', (kind, value) => {
    expect(checkIdentifier(kind, value, TODAY)).toMatchObject({ valid: true, normalised: value });
  });

  it.each(flat(invalid).filter(([, value]) => !WELL_FORMED_ONCE_NORMALISED.has(value)))(
    '%s %s is refused',
    (kind, value) => {
      expect(checkIdentifier(kind, value, TODAY)).toMatchObject({ valid: false });
    },
  );

  it.each([
    ['mobile', others.mobCheck],
    ['cnaps', others.cnapsCheck],
    ['e-invoice-number', others.invCheck],
  ] as const)('%s agrees with the checked list', (kind, rows) => {
    for (const [value, isValid] of rows) {
      expect([value, checkIdentifier(kind, String(value), TODAY).valid]).toEqual([value, isValid]);
    }
  });
});

describe('reasons', () => {
  it.each([
    ['resident-id', '110101199003079990', 'check-digit'],
    ['resident-id', '110101199002309991', 'birth-date'],
    ['resident-id', '110101000101010011', 'birth-date'],
    ['resident-id', '11010118991231001X', 'birth-date'],
    ['resident-id', '990101199003079992', 'province'],
    ['resident-id', '110101209901019994', 'birth-in-future'],
    ['resident-id', '110101900307999', 'first-generation-form'],
    ['resident-id', '11010119900307000Y', 'characters'],
    ['resident-id', '１１０１０１１９９００３０７９９９８', 'check-digit'],
    ['resident-id', '', 'empty'],
    ['hmt-residence-permit', '840000199001019908', 'prefix'],
    ['hmt-residence-permit', '810001199001019909', 'prefix'],
    ['hmt-residence-permit', '820000199213019922', 'birth-date'],
    ['hmt-residence-permit', '81000019851231991', 'length'],
    ['foreign-pr-card', '911000198108030028', 'country'],
    ['foreign-pr-card', '911124198113030029', 'birth-date'],
    ['foreign-pr-card', '811124198108030020', 'prefix'],
    ['foreign-pr-card', 'CAN110081080302', 'form-2017'],
    ['uscc', '91110101MA00ABCD41', 'check-digit'],
    ['uscc', '91110101MA00ABCI00', 'characters'],
    ['uscc', '91440300MA5TETT02', 'length'],
    ['uscc', '99110101MA00ABCD47', 'department-class'],
    ['bank-card', '6222028872046788639', 'check-digit'],
    ['bank-card', '6222020000000000000', 'account'],
    ['bank-card', '0000000000000000', 'issuer'],
    ['bank-card', '62220212345', 'length'],
    ['bank-card', '6222 0212 3456 789X', 'characters'],
    ['mobile', '15412340002', 'range'],
    ['cnaps', '000000000000', 'bank'],
    ['cnaps', '308584000031', 'check-digit'],
    ['e-invoice-number', '26992000000000000017', 'province'],
  ] as const)('%s %s: %s', (kind, value, reason) => {
    expect(checkIdentifier(kind, value, TODAY)).toMatchObject({ valid: false, reason });
  });

  it('has a Chinese and an English text for every code', () => {
    for (const text of Object.values(reasonTexts)) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});

describe('normalising', () => {
  it.each([
    ['resident-id', '11010519491231002x', '11010519491231002X'],
    ['resident-id', ' 110101199003079999\u200b', '110101199003079999'],
    ['resident-id', '１１０１０１１９９００３０７９９９９', '110101199003079999'],
    ['uscc', '92310115ma1k2n3p4k', '92310115MA1K2N3P4K'],
    ['bank-card', '6222 0288 7294 6788 639', '6222028872946788639'],
    ['mobile', '+8613812340001', '13812340001'],
    ['mobile', '+86 138-1234-0001', '13812340001'],
    ['mobile', '8613812340001', '13812340001'],
    ['mobile', '008613812340001', '13812340001'],
  ] as const)('%s %s becomes %s', (kind, value, normalised) => {
    expect(checkIdentifier(kind, value, TODAY)).toMatchObject({ valid: true, normalised });
  });
});

describe('facts', () => {
  it('reads birth, sex, place and age from a citizen number', () => {
    expect(checkIdentifier('resident-id', '440305198402299989', TODAY)).toEqual({
      valid: true,
      normalised: '440305198402299989',
      birthDate: '1984-02-29',
      sex: 'female',
      province: '44',
      region: '440305',
      isRegionListed: true,
      age: 42,
    });
  });

  it("takes an abolished region as it is, and says that it is not on today's list", () => {
    // 110103 was 崇文区 until 2010.
    const verdict = checkIdentifier('resident-id', '110103199003079991', TODAY);
    expect(verdict).toMatchObject({ valid: true, region: '110103', isRegionListed: false });
  });

  it('counts the age at the day given', () => {
    const ageAt = (day: string): unknown => checkIdentifier('resident-id', '110101199003079999', day);
    expect(ageAt('2026-03-06')).toMatchObject({ age: 35 });
    expect(ageAt('2026-03-07')).toMatchObject({ age: 36 });
  });

  it('reads the other kinds', () => {
    expect(checkIdentifier('foreign-pr-card', '911124198108030024', TODAY)).toMatchObject({
      birthDate: '1981-08-03',
      province: '11',
      country: '124',
      age: 45,
    });
    expect(checkIdentifier('uscc', '9144030071526726XG', TODAY)).toMatchObject({
      department: '9',
      organisationClass: '1',
      region: '440300',
      organisationCode: '71526726X',
    });
    expect(checkIdentifier('bank-card', '6222028872946788639', TODAY)).toMatchObject({
      issuer: '622202',
      network: 'unionpay',
    });
    expect(checkIdentifier('cnaps', '102100099996', TODAY)).toMatchObject({
      bank: '102',
      city: '1000',
      branch: '9999',
    });
    expect(checkIdentifier('e-invoice-number', '25952000000000123456', TODAY)).toMatchObject({
      year: 2025,
      region: '95',
      channel: '2',
    });
  });
});

describe('properties', () => {
  it('never throws and gives the same answer for the normalised value', () => {
    const kinds = fc.constantFrom(...identifierKinds);
    fc.assert(
      fc.property(kinds, fc.string({ unit: 'binary', maxLength: 40 }), (kind, text) => {
        const first = checkIdentifier(kind, text, TODAY);
        expect(checkIdentifier(kind, first.normalised, TODAY)).toEqual(first);
      }),
    );
  });

  it('finds every single wrong digit of a citizen number and of a USCC', () => {
    const wrongDigit = (kind: 'resident-id' | 'uscc', value: string): void => {
      fc.assert(
        fc.property(fc.nat(value.length - 1), fc.nat(9), (index, digit) => {
          const altered = value.slice(0, index) + String(digit) + value.slice(index + 1);
          expect(checkIdentifier(kind, altered, TODAY).valid).toBe(altered === value);
        }),
      );
    };
    wrongDigit('resident-id', '11010519491231002X');
    wrongDigit('uscc', '91440300MA5TETT02M');
  });
});
