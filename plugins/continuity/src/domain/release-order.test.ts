import { releaseOf } from './release-order';

const file = (name: string, sha256 = 'a') => ({ plugin: 'ledger', name, sha256 });

describe('the release of a backup', () => {
  it('is compared by migrations', () => {
    const two = [file('0001'), file('0002')];
    expect(releaseOf(two, [...two].reverse())).toEqual({ kind: 'same' });
    expect(releaseOf([file('0001')], two)).toEqual({ kind: 'older', migrations: ['ledger/0002'] });
    expect(releaseOf([], two)).toMatchObject({ kind: 'older' });
  });

  it('is newer where it knows what this program does not, whatever else this one knows', () => {
    expect(releaseOf([file('0001'), file('0003')], [file('0001'), file('0002')])).toEqual({
      kind: 'newer',
      migrations: ['ledger/0003'],
    });
    expect(releaseOf([{ ...file('0001'), plugin: 'tax' }], [file('0001')])).toMatchObject({ kind: 'newer' });
  });

  it('is another one where a file of the same name has other bytes', () => {
    expect(releaseOf([file('0001', 'b')], [file('0001'), file('0002')])).toEqual({
      kind: 'other',
      migrations: ['ledger/0001'],
    });
  });
});
