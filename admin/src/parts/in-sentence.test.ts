import { inSentence } from './in-sentence';

describe('the name of a list within a sentence', () => {
  it.each([
    ['Explanations', 'explanations'],
    ['Real-name reviews', 'real-name reviews'],
    ['MLPS items', 'MLPS items'],
    ['灵活用工人员', '灵活用工人员'],
    ['', ''],
  ])('%s → %s', (name, within) => {
    expect(inSentence(name)).toBe(within);
  });
});
