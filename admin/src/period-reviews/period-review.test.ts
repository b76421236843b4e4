import { figureText } from './figure-text';
import { figureOf, sectionsOf, type PeriodReview, type ReviewFigure } from './period-review';

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

const finding = (rule: string): PeriodReview['findings'][number] => ({
  ...{ id: 1, rule, severity: 'medium', title: { zh: rule, en: rule }, differences: 1, samples: [] },
  ...{ caseId: 1, caseNumber: 'RC1', caseState: 'open' },
});

it('tells the figure that a finding is about, whose section may have its key too (R8.2, R8.3)', () => {
  const figures = [figure('jobs', 'failed'), figure('channels', 'failed'), figure('shared', 'cards-shared')];
  const found = ['operations.channels.failed', 'real-name.cards-shared', 'operations.channels.gone'].map((rule) =>
    figureOf(finding(rule), figures),
  );
  expect(found.map((one) => one && `${one.section}.${one.key}`)).toEqual([
    'channels.failed',
    'shared.cards-shared',
    undefined,
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
