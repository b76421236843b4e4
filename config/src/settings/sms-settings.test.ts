import { inspect } from 'node:util';
import { SettingsProblem } from './settings-problem';
import { smsSettings } from './sms-settings';

const whole = {
  SMS_KEY_ID: 'id',
  SMS_KEY_SECRET: 'secret-of-tests',
  SMS_SIGN_NAME: '灵工',
  SMS_APP_ID: '1400000001',
  SMS_TEMPLATE_PASSWORD_RESET: '1',
  SMS_TEMPLATE_REGISTRATION_CODE: '5',
  SMS_TEMPLATE_ACCOUNT_NOTICE: '2',
  SMS_TEMPLATE_SIGNING_CODE: '3',
  SMS_TEMPLATE_SIGNING_REMINDER: '4',
};

describe('smsSettings', () => {
  it('takes a whole channel, and shows its secret to nobody', () => {
    const settings = smsSettings('tencent-sms', whole);
    expect(settings).toMatchObject({ channel: 'tencent-sms', appId: '1400000001', endpoint: undefined });
    expect(inspect(settings, { depth: 9 })).not.toContain('secret-of-tests');
    expect(smsSettings('aliyun-sms', { ...whole, SMS_APP_ID: '' }).appId).toBeUndefined();
  });

  it.each([
    ['SMS_KEY_SECRET', { ...whole, SMS_KEY_SECRET: '' }],
    ['SMS_APP_ID', { ...whole, SMS_APP_ID: undefined }],
    ['SMS_TEMPLATE_REGISTRATION_CODE', { ...whole, SMS_TEMPLATE_REGISTRATION_CODE: undefined }],
    ['SMS_TEMPLATE_SIGNING_CODE', { ...whole, SMS_TEMPLATE_SIGNING_CODE: undefined }],
    ['SMS_ENDPOINT', { ...whole, SMS_ENDPOINT: 'http://hidden-value.example' }],
  ])('names %s where it is missing or unfit, without repeating it', (name, variables) => {
    const read = () => smsSettings('tencent-sms', variables);
    expect(read).toThrow(SettingsProblem);
    expect(read).toThrow(new RegExp(name));
    expect(read).not.toThrow(/hidden-value|secret-of-tests/);
  });
});
