import { SettingsProblem } from './settings-problem';
import { isSafeUrl } from './safe-url';
import { signingSettingsFromEnvironment } from './signing-settings';

const named = { DATABASE_URL: 'postgres://a@127.0.0.1:1/b' };

describe('signingSettingsFromEnvironment', () => {
  it('calls nobody where nothing is configured', () => {
    expect(signingSettingsFromEnvironment(named)).toMatchObject({
      provider: 'none',
      esignCn: undefined,
      tencentEss: undefined,
      code: 'off',
      requestDays: 30,
    });
  });

  it('takes the sandbox for the demo only', () => {
    expect(signingSettingsFromEnvironment({})).toMatchObject({ provider: 'sandbox', code: 'optional' });
    expect(signingSettingsFromEnvironment({ LINGGONG_DEMO: 'off' }).provider).toBe('none');
  });

  it.each([
    ['esign-cn', 'ESIGN_CN_APP_ID'],
    ['tencent-ess', 'TENCENT_ESS_SECRET_ID'],
  ])('names the credentials that %s lacks', (provider, variable) => {
    const read = () => signingSettingsFromEnvironment({ ...named, ESIGN_PROVIDER: provider });
    expect(read).toThrow(SettingsProblem);
    expect(read).toThrow(variable);
  });

  it.each(['optional', 'required'])('refuses codes (%s) where nothing sends them', (ESIGN_CODE) => {
    const read = () => signingSettingsFromEnvironment({ ...named, ESIGN_CODE });
    expect(read).toThrow(SettingsProblem);
    expect(read).toThrow(/ESIGN_CODE: nothing sends codes/);
    expect(signingSettingsFromEnvironment({ ...named, ESIGN_CODE, ESIGN_PROVIDER: 'sandbox' }).code).toBe(ESIGN_CODE);
    expect(signingSettingsFromEnvironment({ ...named, ESIGN_CODE: 'off' }).code).toBe('off');
  });

  it('repeats no value of a faulty variable', () => {
    const read = () => signingSettingsFromEnvironment({ ...named, ESIGN_CN_URL: 'http://secret.example' });
    expect(read).toThrow(/ESIGN_CN_URL/);
    expect(read).not.toThrow(/secret/);
  });
});

it.each([
  ['https://openapi.esign.cn', true],
  ['http://127.0.0.1:8080', true],
  ['http://[::1]:8080', true],
  ['http://openapi.esign.cn', false],
  ['http://127.0.0.1.example', false],
  ['https://user:word@host.example', false],
  ['file:///etc/passwd', false],
  ['no address', false],
])('isSafeUrl(%s) is %s', (text, isSafe) => {
  expect(isSafeUrl(text)).toBe(isSafe);
});
