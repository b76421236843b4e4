import { inspect } from 'node:util';
import { SettingsProblem } from './settings-problem';
import { identitySettingsFromEnvironment } from './vendors';

const DATABASE_URL = 'postgres://a@127.0.0.1:1/b';
const tencent = { TENCENT_CLOUD_SECRET_ID: 'id-of-tests', TENCENT_CLOUD_SECRET_KEY: 'key-of-tests' };
const read = (given: Record<string, string>) => identitySettingsFromEnvironment({ DATABASE_URL, ...given });

describe('identitySettingsFromEnvironment', () => {
  it('has no vendor and no sandbox where a database is named and nothing is configured', () => {
    expect(read({})).toMatchObject({
      isSandboxed: false,
      vendors: [],
      order: { person: [], card: [], company: [] },
      reverification: { workerDays: 180, enterpriseDays: 90, dailyMax: 2_000 },
    });
  });

  it('answers from the sandbox in a demo and in tests, unless it is told otherwise', () => {
    expect(identitySettingsFromEnvironment({}).isSandboxed).toBe(true);
    expect(read({ NODE_ENV: 'test' }).isSandboxed).toBe(true);
    expect(read({ LINGGONG_DEMO: 'on', REAL_NAME_SANDBOX: 'off' }).isSandboxed).toBe(false);
    expect(read({ REAL_NAME_SANDBOX: 'on' }).isSandboxed).toBe(true);
  });

  it('takes part with what is configured, in the order given', () => {
    const all = {
      ...tencent,
      ALIYUN_ACCESS_KEY_ID: 'a',
      ALIYUN_ACCESS_KEY_SECRET: 'b',
      TIANYANCHA_TOKEN: 'c',
      REAL_NAME_ORDER_PERSON: 'aliyun,tencent-cloud',
      TENCENT_CLOUD_PRICES_FEN: 'person=40,card=45',
      TENCENT_CLOUD_DAILY_CAP_FEN: '5000',
    };
    const settings = read(all);
    expect(settings.order).toEqual({
      person: ['aliyun', 'tencent-cloud'],
      card: ['tencent-cloud', 'aliyun'],
      company: ['tianyancha', 'tencent-cloud'],
    });
    expect(settings.vendors[0]).toMatchObject({
      dailyCapFen: 5_000n,
      pricesFen: { person: 40n, card: 45n, company: 100n },
    });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['half of a pair', { TENCENT_CLOUD_SECRET_ID: 'hidden-value' }, /TENCENT_CLOUD_SECRET_KEY/],
    ['plain http to the world', { ...tencent, TENCENT_CLOUD_ENDPOINT: 'http://hidden-value.example' }, /ENDPOINT/],
    ['an order with a vendor that is not configured', { ...tencent, REAL_NAME_ORDER_CARD: 'aliyun' }, /ORDER_CARD/],
    ['an order with a vendor twice', { ...tencent, REAL_NAME_ORDER_CARD: 'tencent-cloud,tencent-cloud' }, /ORDER_CARD/],
    ['a price that is none', { ...tencent, TENCENT_CLOUD_PRICES_FEN: 'hidden-value' }, /PRICES_FEN/],
  ])('refuses %s without repeating it', (_name, given, named) => {
    expect(() => read(given)).toThrow(SettingsProblem);
    expect(() => read(given)).toThrow(named);
    expect(() => read(given)).not.toThrow(/hidden-value/);
  });

  it('allows plain http on loopback', () => {
    expect(read({ ...tencent, TENCENT_CLOUD_ENDPOINT: 'http://127.0.0.1:4000' }).vendors[0]?.endpoint?.port).toBe(
      '4000',
    );
  });

  it('never shows a secret', () => {
    const settings = read(tencent);
    for (const text of [
      inspect(settings, { depth: 9 }),
      JSON.stringify(settings.order),
      `${settings.vendors[0]?.secret}`,
    ])
      expect(text).not.toContain('key-of-tests');
    expect(settings.vendors[0]?.secret.reveal()).toBe('key-of-tests');
  });
});
