/** Names of cities and counties by their six digits. */
export type RegionNames = ReadonlyMap<string, string>;

/** Reads the list of regions: a line each, code and name (民政部 county codes, by @vant/area-data 2.1.0, MIT). */
export function readRegions(text: string): RegionNames {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(0, 6), line.slice(7)]));
}

type Named = readonly [code: string, name: string];

/** The cities of a province; where counties stand directly under it, the group of them. */
function citiesOf(names: RegionNames, province: string): Named[] {
  return [...names].filter(([code]) => code.startsWith(province) && code.endsWith('00'));
}

/** The counties of the city that a code lies in. */
export function countiesOf(names: RegionNames, code: string): Named[] {
  const city = code.slice(0, 4);
  return [...names].filter(([one]) => one.startsWith(city) && !one.endsWith('00'));
}

interface Step {
  readonly word: 'province' | 'city' | 'county';
  /** The code that is picked at this step; empty before. */
  readonly value: string;
  /** What can be picked; the first step offers the provinces, whose names stand elsewhere. */
  readonly choices?: readonly Named[];
}

/** The steps down to a level, with what a code has picked at each. */
export function stepsOf(level: unknown, code: string, names: RegionNames = new Map()): Step[] {
  const province = code.slice(0, 2);
  const cities = province === '' ? [] : citiesOf(names, province);
  const city = cities.find(([one]) => one.slice(0, 4) === code.slice(0, 4))?.[0] ?? '';
  const counties = city === '' ? [] : countiesOf(names, city);
  const steps: Step[] = [
    { word: 'province', value: province === '' ? '' : `${province}0000` },
    { word: 'city', value: city, choices: cities },
    { word: 'county', value: counties.some(([one]) => one === code) ? code : '', choices: counties },
  ];
  return steps.slice(0, level === 'province' ? 1 : level === 'city' ? 2 : 3);
}
