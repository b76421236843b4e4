import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isRegion } from '@linggong/studio/domain';
import { countiesOf, readRegions, stepsOf } from './regions';

const names = readRegions(readFileSync(path.join(__dirname, 'regions.txt'), 'utf8'));

describe('regions that are picked (R2.1)', () => {
  it('are regions that the server takes, each of them', () => {
    const wrong = [...names.keys()].filter(
      (code) => !isRegion(code.endsWith('00') && countiesOf(names, code).length > 0 ? 'city' : 'county', code),
    );
    expect(wrong).toEqual([]);
    expect(names.size).toBeGreaterThan(3000);
  });

  it('leads from a province to its cities and their counties', () => {
    const steps = stepsOf('county', '330106', names);
    expect(steps.map(({ value }) => value)).toEqual(['330000', '330100', '330106']);
    expect(steps[1]?.choices).toContainEqual(['330100', '杭州市']);
    expect(steps[2]?.choices).toContainEqual(['330106', '西湖区']);
    expect(stepsOf('city', '330000', names).map(({ value }) => value)).toEqual(['330000', '']);
    expect(countiesOf(names, '441900')).toEqual([]);
  });
});
