import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { redisAddress } from './redis-address';
import { settingsFromEnvironment } from './settings';
import { SettingsProblem } from './settings-problem';

describe('settingsFromEnvironment', () => {
  it('needs nothing: the embedded defaults', () => {
    const settings = settingsFromEnvironment({});
    expect(settings).toMatchObject({
      http: { host: '0.0.0.0', port: 1337, proxyHops: 0 },
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

describe('MESSAGE_SENDER', () => {
  const DATABASE_URL = 'postgres://a@127.0.0.1:1/b';

  it('is the sandbox in the demo and nobody elsewhere', () => {
    expect(settingsFromEnvironment({}).messageSender).toBe('sandbox');
    expect(settingsFromEnvironment({ DATABASE_URL }).messageSender).toBe('none');
    expect(settingsFromEnvironment({ MESSAGE_SENDER: 'none' }).messageSender).toBe('none');
  });

  it('is no sandbox where real people are: it leaves codes lying on the disk', () => {
    const read = (more: object) => () =>
      settingsFromEnvironment({ DATABASE_URL, MESSAGE_SENDER: 'sandbox', ...more }).messageSender;
    expect(read({ NODE_ENV: 'production' })).toThrow(/MESSAGE_SENDER: the sandbox is for the demo/);
    expect(read({ NODE_ENV: 'test' })()).toBe('sandbox');
    expect(read({ LINGGONG_DEMO: 'on' })()).toBe('sandbox');
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

describe('REDIS_URL', () => {
  const single = { masterName: undefined, username: undefined, password: undefined, database: 0, tls: false };

  it.each([
    ['redis://localhost', { ...single, kind: 'single', nodes: [{ host: 'localhost', port: 6379 }] }],
    [
      'rediss://app:p%40ss:word@redis.example.com:6380/2',
      {
        ...{ kind: 'single', nodes: [{ host: 'redis.example.com', port: 6380 }], masterName: undefined },
        ...{ username: 'app', password: 'p@ss:word', database: 2, tls: true },
      },
    ],
    [
      'redis-sentinel://:secret@s1,s2:26380,[::1]:7/mymaster/1',
      {
        ...single,
        kind: 'sentinel',
        nodes: [
          { host: 's1', port: 26379 },
          { host: 's2', port: 26380 },
          { host: '::1', port: 7 },
        ],
        ...{ masterName: 'mymaster', password: 'secret', database: 1 },
      },
    ],
    [
      'rediss-cluster://n1,n2:7001',
      {
        ...{ ...single, kind: 'cluster', tls: true },
        nodes: [
          { host: 'n1', port: 6379 },
          { host: 'n2', port: 7001 },
        ],
      },
    ],
  ])('%s', (url, address) => {
    expect(redisAddress(url)).toEqual(address);
  });

  it.each([
    'http://h',
    'redis://',
    'redis://one,two',
    'redis://host:0',
    'redis://host:65536',
    'redis://host/first',
    'redis://user:%zz@host',
    'redis-sentinel://s1,s2',
    'redis-cluster://n1/1',
    'redis-cluster://n1,,n2',
    'redis-other://n1',
  ])('is refused with the forms that it has: %s', (url) => {
    expect(() => settingsFromEnvironment({ REDIS_URL: url })).toThrow(/REDIS_URL: redis:\/\/.*redis-cluster/);
  });
});

describe('certificates', () => {
  let folder: string;
  const file = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const certificate = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n';

  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'linggong-settings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are read at once, and a file that is none stops the start', () => {
    const REDIS_CA_FILE = file('ca.pem', certificate);
    expect(settingsFromEnvironment({ REDIS_CA_FILE }).redisSecurity.ca).toBe(certificate);
    const wrong = { REDIS_CA_FILE: file('other', 'x'), DATABASE_CA_FILE: path.join(folder, 'nowhere') };
    expect(() => settingsFromEnvironment(wrong)).toThrow(/DATABASE_CA_FILE: .*cannot be read.*REDIS_CA_FILE: .*no PEM/);
    const alone = { REDIS_CERT_FILE: REDIS_CA_FILE };
    expect(() => settingsFromEnvironment(alone)).toThrow(/REDIS_KEY_FILE: a certificate and its key/);
  });

  it.each([
    ['?sslmode=verify-full', '?sslmode=verify-full&sslrootcert=CA'],
    ['?sslmode=require', '?sslmode=verify-full&sslrootcert=CA'],
    ['', '?sslmode=verify-full&sslrootcert=CA'],
    ['?ssl=true', '?sslmode=verify-full&sslrootcert=CA'],
    ['?sslmode=verify-ca', '?sslmode=verify-ca&sslrootcert=CA&uselibpqcompat=true'],
    ['?sslmode=disable', '?sslmode=disable'],
  ])('verify the database: "%s"', (query, expected) => {
    const ca = file('ca.pem', certificate);
    const variables = { DATABASE_URL: `postgres://a:p%40ss@h:1/b${query}`, DATABASE_CA_FILE: ca };
    const { url } = settingsFromEnvironment(variables).database;
    expect(url).toBe(`postgres://a:p%40ss@h:1/b${expected.replace('CA', encodeURIComponent(ca))}`);
    // What a child is given is read again.
    expect(settingsFromEnvironment({ ...variables, DATABASE_URL: url }).database.url).toBe(url);
  });

  it('verify it for backups too', () => {
    const ca = file('ca.pem', certificate);
    const DATABASE_BACKUP_URL = 'postgres://linggong_backup:secret@h/b?sslmode=require';
    const { url } = settingsFromEnvironment({ DATABASE_BACKUP_URL, DATABASE_CA_FILE: ca }).backups;
    expect(url).toContain(`sslmode=verify-full&sslrootcert=${encodeURIComponent(ca)}`);
    const weak = DATABASE_BACKUP_URL.replace('require', 'prefer');
    expect(() => settingsFromEnvironment({ DATABASE_BACKUP_URL: weak })).toThrow(/DATABASE_BACKUP_URL: sslmode/);
  });

  it.each(['prefer', 'allow', 'no-verify', 'verify-ca'])('sslmode=%s alone is refused', (mode) => {
    const DATABASE_OWNER_URL = `postgres://a:secret@h/b?sslmode=${mode}`;
    expect(() => settingsFromEnvironment({ DATABASE_OWNER_URL })).toThrow(/DATABASE_OWNER_URL: sslmode/);
    expect(() => settingsFromEnvironment({ DATABASE_OWNER_URL })).not.toThrow(/secret/);
  });
});
