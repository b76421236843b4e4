import { figureText } from './figure-text';
import { sectionsOf, type ReviewFigure } from './period-review';

const figure = (section: string, key: string): ReviewFigure => ({
  section,
  sectionName: { zh: section, en: section },
  key,
  name: { zh: key, en: key },
  unit: 'count',
  value: 1,
  before: null,
  target: null,
  isOnTarget: null,
  note: null,
});

it('puts the figures of a review under their sections, each in its order', () => {
  const sections = sectionsOf([figure('coverage', 'b'), figure('checks', 'c'), figure('coverage', 'a')]);
  expect(sections.map(({ section, figures }) => [section, figures.map(({ key }) => key)])).toEqual([
    ['coverage', ['b', 'a']],
    ['checks', ['c']],
  ]);
});

it.each([
  [12_345, 'count', '12,345'],
  [9_950, 'basis-points', '99.50%'],
  [5, 'basis-points', '0.05%'],
  [123_456, 'fen', '¥1,234.56'],
  [3, 'hours', '3'],
  [null, 'count', '—'],
] as const)('shows %s %s as %s', (value, unit, text) => {
  expect(figureText(value, unit)).toBe(text);
});
