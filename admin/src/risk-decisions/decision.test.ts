import { momentTexts, moments, outcomes } from '@linggong/risk/domain';
import en from '../i18n/en';
import zh from '../i18n/zh';
import { tones } from '../parts/states';
import { leftOf, shownValue } from './decision';

describe('figures of a decision', () => {
  it.each([
    ['workerAmountFenMonth', 123_456, 'fen', '1,234.56'],
    ['amountFen', 5_000_000, 'fen', '50,000.00'],
    ['workerOrdersDay', 1_200, 'count', '1,200'],
    ['workerShareMonth', 85, 'percent', '85'],
    ['unheardOf', 3, 'count', '3'],
  ])('%s of %s reads in its unit', (name, value, unit, count) => {
    expect(shownValue(name, value)).toEqual({ unit, count });
  });

  it('say yes and no in words, and texts as they are', () => {
    expect([shownValue('any', true).unit, shownValue('any', false).unit]).toEqual(['yes', 'no']);
    expect(shownValue('any', 'design')).toEqual({ unit: 'text', count: 'design' });
  });

  it('leave of a limit never less than nothing, and nothing of none', () => {
    expect([leftOf(100, 30), leftOf(100, 130), leftOf(null, 5)]).toEqual([70, 0, null]);
  });
});

it.each([zh, en])('every outcome has its word and its tone', (words) => {
  // The dictionaries are typed as open trees of texts.
  const { state } = words as unknown as { state: { riskDecision: Record<string, string> } };
  expect(Object.keys(state.riskDecision).sort()).toEqual([...outcomes].sort());
  expect(Object.keys(tones.riskDecision).sort()).toEqual([...outcomes].sort());
  expect(Object.keys(momentTexts).sort()).toEqual([...moments].sort());
});
