import { formRules } from '../testing/form-rules';
import { readAddedCard } from './card-registration';
import { guessIdentityKind } from './identifier-rules';
import { readWorker, type WorkerInput } from './worker-registration';

const TODAY = '2026-11-22';
const good: WorkerInput = {
  name: '张三',
  identityNumber: '110101199003079999',
  phone: '+8613812340001',
  cardNumber: '6222028872946788639',
};

function faultsOf(change: Partial<WorkerInput>): [string, string][] {
  const reading = readWorker({ ...good, ...change }, formRules, TODAY);
  return reading.ok ? [] : reading.faults.map(({ field, code }) => [field, code]);
}

it('reads a registration into normal form', () => {
  expect(readWorker({ ...good, name: ' 张 三 ', cardHolder: '张三' }, formRules, TODAY)).toEqual({
    ok: true,
    worker: {
      name: '张三',
      identityKind: 'resident-id',
      identityNumber: '110101199003079999',
      phone: '13812340001',
      card: {
        number: '6222028872946788639',
        holder: '张三',
        bankName: undefined,
        bankCode: undefined,
        isDoubtful: false,
      },
      address: undefined,
      country: '156',
      isTaxResident: true,
      vatRole: 'platform-files',
      agencyFrom: undefined,
      agencyTo: undefined,
    },
  });
});

it.each<[string, Partial<WorkerInput>, [string, string][]]>([
  ['a masked name', { name: '张*' }, [['name', 'value-masked']]],
  ['a masked number', { identityNumber: '110101********9999' }, [['identityNumber', 'value-masked']]],
  ['a child', { identityNumber: '110101201503079999' }, [['identityNumber', 'under-16']]],
  ['a minor', { identityNumber: '110101200903079999' }, [['identityNumber', 'under-18']]],
  ['the card of another', { cardHolder: '李四' }, [['cardHolder', 'holder-mismatch']]],
  ['the name of a bank without a card', { cardNumber: '', bankName: '工商银行' }, [['cardNumber', 'card-missing']]],
  ['a name in the column of the bank', { bankName: '雀探甲' }, [['bankName', 'not-a-bank']]],
  ['a card in the column of the bank', { bankName: '6222028872946788639' }, [['bankName', 'not-a-bank']]],
  ['a bank with a telephone number', { bankName: '工商银行 13812340001' }, [['bankName', 'not-a-bank']]],
  ['a bank without a card', { cardNumber: '', bankCode: '102100099996' }, [['cardNumber', 'card-missing']]],
  ['an unknown document', { identityKind: 'passport' }, [['identityKind', 'identity-kind-unknown']]],
  ['no such day', { agencyFrom: '2026-02-30' }, [['agencyFrom', 'not-a-day']]],
  ['an end without start', { agencyTo: '2026-12-31' }, [['agencyFrom', 'agency-start']]],
  ['days in disorder', { agencyFrom: '2026-12-31', agencyTo: '2026-01-01' }, [['agencyTo', 'agency-dates']]],
  [
    'a foreigner of unknown residence',
    { identityNumber: '911124198108030024' },
    [['taxResident', 'tax-residence-missing']],
  ],
  ['a long address', { address: '路'.repeat(201) }, [['address', 'text-length']]],
])('refuses %s', (_name, change, expected) => {
  expect(faultsOf(change)).toEqual(expected);
});

it('gives every fault at once', () => {
  expect(faultsOf({ name: '', identityNumber: 'x', phone: '1', cardNumber: '2' })).toEqual([
    ['name', 'name-empty'],
    ['identityNumber', 'form'],
    ['phone', 'form'],
    ['cardNumber', 'form'],
  ]);
});

it('reads the country from the document', () => {
  const countryOf = (change: Partial<WorkerInput>): string | undefined => {
    const reading = readWorker({ ...good, ...change }, formRules, TODAY);
    return reading.ok ? reading.worker.country : undefined;
  };
  expect(countryOf({ identityNumber: '820000199202299922' })).toBe('446');
  expect(countryOf({ identityNumber: '830000197807049937' })).toBe('158');
});

it('guesses the kind of document from the number', () => {
  expect(guessIdentityKind('810000199001019902')).toBe('hmt-residence-permit');
  expect(guessIdentityKind('911124198108030024')).toBe('foreign-pr-card');
  expect(guessIdentityKind('110101199003079999')).toBe('resident-id');
});

it('reads a card that is added later', () => {
  expect(readAddedCard({ cardNumber: '6222028872946788639' }, '张三', formRules, TODAY)).toMatchObject({
    ok: true,
    card: { holder: '张三' },
  });
  expect(readAddedCard({}, '张三', formRules, TODAY)).toMatchObject({ ok: false, faults: [{ code: 'card-missing' }] });
});
