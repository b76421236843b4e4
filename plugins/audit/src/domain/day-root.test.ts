import { noRootBefore, rootOfText, signedText, type DayRoot } from './day-root';

const root: DayRoot = {
  day: '2026-11-26',
  firstBlock: 5n,
  lastBlock: 9n,
  rows: 20_001n,
  root: 'ab'.repeat(32),
  head: 'cd'.repeat(32),
  previous: noRootBefore,
  keyId: '0123456789abcdef',
  signedAt: '2026-11-27T00:10:00.000Z',
};

describe('the signed text of a root', () => {
  it('is read back as it was written', () => {
    expect(rootOfText(signedText(root))).toEqual(root);
  });

  it.each([
    '',
    'x',
    signedText(root).replace('rows', 'row'),
    `${signedText(root)}\n`,
    signedText(root).replace('ab', 'AB'),
  ])('is nothing else', (text) => {
    expect(rootOfText(text)).toBeUndefined();
  });
});
