import { deviceNumber } from './device-number';

describe('the number of this browser', () => {
  const stored = new Map<string, string>();
  beforeEach(() => {
    stored.clear();
    Object.assign(globalThis, {
      localStorage: {
        getItem: (name: string) => stored.get(name) ?? null,
        setItem: (name: string, value: string) => void stored.set(name, value),
      },
    });
  });

  it('is made once and kept', () => {
    const made = deviceNumber();
    expect(made).toMatch(/^[0-9a-f]{32}$/);
    expect(deviceNumber()).toBe(made);
    stored.clear();
    expect(deviceNumber()).not.toBe(made);
  });

  it('is made anew where what is kept is none', () => {
    stored.set('linggong.device', 'x');
    expect(deviceNumber()).toMatch(/^[0-9a-f]{32}$/);
    expect(stored.get('linggong.device')).toMatch(/^[0-9a-f]{32}$/);
  });
});
