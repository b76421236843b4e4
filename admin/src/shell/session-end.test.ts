import { isEnding, isOldVersion, minutesLeft } from './session-end';

const minutes = (count: number): number => count * 60_000;

describe('the end of a session', () => {
  it('is said ten minutes before, and stays said', () => {
    expect([10.1, 10, 1, 0, -3].map((left) => isEnding(minutes(left), 0))).toEqual([false, true, true, true, true]);
  });

  it('is counted in begun minutes', () => {
    expect([9.01, 9, 0.2, 0, -5].map((left) => minutesLeft(minutes(left), 0))).toEqual([10, 9, 1, 0, 0]);
  });
});

describe('a console that was replaced while it was open', () => {
  it.each([
    'Failed to fetch dynamically imported module: https://x/console/assets/a.js',
    'error loading dynamically imported module: https://x/a.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /console/assets/a.css',
  ])('is known by what the browser says: %s', (said) => {
    expect(isOldVersion(new TypeError(said))).toBe(true);
  });

  it('is not what any other fault is', () => {
    expect(isOldVersion(new Error('x is not a function'))).toBe(false);
    expect(isOldVersion('Importing a module script failed.')).toBe(false);
  });
});
