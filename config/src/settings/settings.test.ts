import path from 'node:path';
import { settingsFromEnvironment } from './settings';
import { SettingsProblem } from './settings-problem';

describe('settingsFromEnvironment', () => {
  it('needs nothing: the embedded defaults', () => {
    const settings = settingsFromEnvironment({});
    expect(settings).toMatchObject({
      http: { host: '0.0.0.0', port: 1337 },
      role: 'all',
      demo: true,
      logLevel: 'info',
    });
    expect(settings.dataFolder).toBe(path.resolve(__dirname, '../../../database/.data'));
    expect(settings.keyringFile).toBe(path.join(settings.dataFolder, 'keys', 'keyring.json'));
    expect(settings.database.configuredUrl).toBeUndefined();
  });

  it.each([
    ['on', true],
    ['off', false],
    ['0', false],
    ['true', true],
  ])('LINGGONG_DEMO=%s', (word, demo) => {
    expect(settingsFromEnvironment({ LINGGONG_DEMO: word }).demo).toBe(demo);
  });

  it('puts no demo into a database that is named, unless it is asked to', () => {
    const DATABASE_URL = 'postgres://a@127.0.0.1:1/b';
    expect(settingsFromEnvironment({ DATABASE_URL }).demo).toBe(false);
    expect(settingsFromEnvironment({ DATABASE_URL, LINGGONG_DEMO: 'on' }).demo).toBe(true);
  });

  it('takes an empty variable as absent', () => {
    const settings = settingsFromEnvironment({ PORT: '', DATABASE_URL: '' });
    expect(settings.http.port).toBe(1337);
    expect(settings.database.configuredUrl).toBeUndefined();
  });

  it('names every faulty variable and repeats no value', () => {
    const secret = 'mysql://someone:secret@host/x';
    const read = () => settingsFromEnvironment({ PORT: '70000', DATABASE_URL: secret, LINGGONG_ROLE: 'boss' });
    expect(read).toThrow(SettingsProblem);
    expect(read).toThrow(/PORT.*LINGGONG_ROLE.*DATABASE_URL/);
    expect(read).not.toThrow(/secret/);
  });
});

describe('LINGGONG_TEST_CLOCK', () => {
  it('moves the clock of tests', () => {
    const variables = { NODE_ENV: 'test', LINGGONG_TEST_CLOCK: '/tmp/clock' };
    expect(settingsFromEnvironment(variables).testClockFile).toBe('/tmp/clock');
    expect(settingsFromEnvironment({}).testClockFile).toBeUndefined();
  });

  it.each(['production', 'development', undefined])('is refused under NODE_ENV=%s', (NODE_ENV) => {
    const read = () => settingsFromEnvironment({ NODE_ENV, LINGGONG_TEST_CLOCK: '/tmp/clock' });
    expect(read).toThrow(SettingsProblem);
    expect(read).toThrow(/LINGGONG_TEST_CLOCK: refused/);
  });
});

describe('database.url', () => {
  it('gives the url', () => {
    const { database } = settingsFromEnvironment({ DATABASE_URL: 'postgres://a@127.0.0.1:1/b' });
    expect(database.url).toBe('postgres://a@127.0.0.1:1/b');
  });

  it('refuses where there is none', () => {
    expect(() => settingsFromEnvironment({}).database.url).toThrow(/DATABASE_URL/);
  });
});
