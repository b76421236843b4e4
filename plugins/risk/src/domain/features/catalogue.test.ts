import { featureNamed, features } from './catalogue';

describe('the catalogue of features (R6.3)', () => {
  it('names each feature once, in camelCase, with words in both languages', () => {
    expect(features.length).toBeGreaterThanOrEqual(40);
    expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
    for (const { name, label } of features) {
      expect(name).toMatch(/^[a-z][A-Za-z]+$/);
      expect(label.zh).toMatch(/\p{Script=Han}/u);
      expect(label.en).toMatch(/^[A-Z]/);
      expect(featureNamed(name)?.name).toBe(name);
    }
    expect(new Set(features.map(({ label }) => label.zh)).size).toBe(features.length);
    expect(new Set(features.map(({ label }) => label.en)).size).toBe(features.length);
  });

  it('keeps the first of them in their places: stored decisions are read by place', () => {
    expect(features.slice(0, 10).map(({ name }) => name)).toEqual([
      'workerOrdersDay',
      'workerAmountFenDay',
      'workerOrdersWeek',
      'workerAmountFenWeek',
      'workerOrdersMonth',
      'workerAmountFenMonth',
      'workerOrdersYear',
      'workerAmountFenYear',
      'workerEnterprisesWeek',
      'workerEnterprisesMonth',
    ]);
  });
});
