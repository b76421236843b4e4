import { contracts as english } from '../i18n/en/contracts';
import { contracts as chinese } from '../i18n/zh/contracts';
import { faultText } from './fault-text';

describe('faultText', () => {
  it.each([
    ['no-connection', 'no-connection', {}],
    ['http-429', 'busy', {}],
    ['http-502', 'http', { code: '502' }],
    ['upload-http-403', 'http', { code: '403' }],
    ['esign-1435203', 'service', { code: '1435203' }],
    ['InvalidParameter.Date', 'service', { code: 'InvalidParameter.Date' }],
  ])('tells %s', (code, key, values) => {
    expect(faultText(code)).toEqual({ key: `contract.request.fault.${key}`, values });
    expect(Object.keys(chinese.contract.request.fault)).toContain(key);
    expect(Object.keys(english.contract.request.fault)).toContain(key);
  });
});
