import { isArchivedFile, isBefore, segmentOf, segmentsBetween, walObjectName, walObjectOf } from './wal-names';

const sha256 = 'ab'.repeat(32);

describe('names of the log', () => {
  it.each([
    ['0000000100000000000000A3', true],
    ['0000000100000000000000A3.partial', true],
    ['0000000100000000000000A3.00000028.backup', true],
    ['00000002.history', true],
    ['archtemp.0000000100000000000000A3.12.1', false],
    ['0000000100000000000000a3', false],
    ['../0000000100000000000000A3', false],
  ])('%s is an archived file: %s', (name, is) => expect(isArchivedFile(name)).toBe(is));

  it('carry the checksum in the store', () => {
    for (const file of ['0000000100000000000000A3', '00000002.history', '0000000100000000000000A3.00000028.backup']) {
      const name = walObjectName('738', { file, sha256 });
      expect(walObjectOf(name)).toEqual({ file, sha256 });
    }
    expect(walObjectOf('738/wal/stranger')).toBeUndefined();
  });

  it.each([
    ['0/3000028', 1, '000000010000000000000003'],
    ['0/FFFFFFFF', 1, '0000000100000000000000FF'],
    ['1/0', 1, '000000010000000100000000'],
    ['12/AB000000', 3, '0000000300000012000000AB'],
  ])('%s of timeline %i lies in %s', (lsn, timeline, name) => expect(segmentOf(lsn, timeline)).toBe(name));

  it('run on over the end of a log file of 4 GB', () => {
    expect(segmentsBetween('0000000100000000000000FE', '000000010000000100000001')).toEqual([
      '0000000100000000000000FE',
      '0000000100000000000000FF',
      '000000010000000100000000',
      '000000010000000100000001',
    ]);
    expect(() => segmentsBetween('000000010000000000000000', '0000000100000FFF000000FF', 16_777_216, 1_000)).toThrow(
      /too many/,
    );
  });

  it('are ordered by their place, whatever the timeline; histories stay', () => {
    const first = '0000000100000000000000A3';
    expect(isBefore('0000000200000000000000A2', first)).toBe(true);
    expect(isBefore('0000000200000000000000A3', first)).toBe(false);
    expect(isBefore('0000000100000000000000A2.00000028.backup', first)).toBe(true);
    expect(isBefore('00000002.history', first)).toBe(false);
  });
});
