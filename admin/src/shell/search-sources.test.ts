import { isName, sourcesFor } from './search-sources';

const asked = (text: string): string[] => sourcesFor(text).map(({ resource }) => resource);

describe('where a text is looked for', () => {
  it.each([
    ['HT-2026-11-0047', ['contracts']],
    ['dp-2026', ['deposits']],
    ['FB-2026-11-0001', ['fee-bills']],
    ['fp-2026-11-0001', ['fee-plans']],
    ['PO-2026-11-0001', ['payouts']],
    ['PF-2026-11-0001', ['payout-files']],
    ['OR-2026-11-000001', ['orders']],
    ['RC-2026-11-0016', ['risk-cases']],
    ['W-2026-11-2071', ['workers', 'tax-records']],
    ['FR-2026-11-0001', ['complaints', 'form-records']],
    ['E-2026-08-0001', ['enterprises', 'settlement-batches', 'orders', 'tasks', 'workers']],
    ['湘江', ['enterprises', 'settlement-batches', 'orders', 'tasks', 'workers']],
  ])('%s', (text, resources) => {
    expect(asked(text)).toEqual(resources);
  });

  it('never by address while it may become somebody’s number', () => {
    expect(asked('4301021990')).toEqual([]);
    expect(asked('张三 13812340001')).toEqual([]);
  });

  it('exactly and in a body once it is a whole number', () => {
    expect(sourcesFor('430102 19900307 221x').map(({ filter }) => filter(''))).toEqual([
      { identityNumber: '43010219900307221X' },
    ]);
    expect(sourcesFor('430102199003072217').map(({ filter }) => Object.keys(filter('')))).toEqual([
      ['identityNumber'],
      ['cardNumber'],
    ]);
  });

  it.each(['20261100000001', '2026112900000000012', '0000000000000017', '6222020000000004'])(
    'as a serial of the bank where it can be no card: %s',
    (serial) => {
      expect(sourcesFor(serial).map(({ resource, filter }) => [resource, filter('')])).toEqual([
        ['deposits', { bankSerial: serial }],
      ]);
    },
  );

  it('by numbers in capitals, as they are written', () => {
    expect(sourcesFor('fb-2026-11-0001').map(({ filter }) => filter('fb-2026-11-0001'))).toEqual([
      { number: 'FB-2026-11-0001' },
    ]);
  });

  it('tells that workers have no search by name', () => {
    expect(['张三', '买买提·艾力', 'HT-1', '王'].map(isName)).toEqual([true, true, false, false]);
  });
});
