interface ReasonText {
  readonly zh: string;
  readonly en: string;
}

/** Why an identifier is refused. The code is stable and part of the API; the text is for people. */
export const reasonTexts = {
  empty: { zh: '未填写', en: 'Nothing was entered' },
  length: { zh: '位数不对', en: 'The number of characters is wrong' },
  characters: { zh: '含有不允许的字符', en: 'It contains a character that is not allowed' },
  'first-generation-form': {
    zh: '这是15位旧身份证号码，请使用18位公民身份号码',
    en: 'This is the old 15-digit form; use the 18-digit citizen number',
  },
  'form-2017': {
    zh: '这是2017版外国人永久居留身份证号码，请按旧版证件登记，或使用2023版18位号码',
    en: 'This is a number of the 2017 card, a type of its own; use the 18-digit number of the 2023 card',
  },
  prefix: { zh: '开头的数字不属于这种证件', en: 'The first digits do not belong to this kind of document' },
  province: { zh: '省级地区代码不存在', en: 'There is no such province code' },
  country: { zh: '国籍代码不存在', en: 'There is no such country code' },
  'birth-date': { zh: '出生日期不存在', en: 'The date of birth does not exist' },
  'birth-in-future': { zh: '出生日期在今天之后', en: 'The date of birth is after today' },
  'check-digit': {
    zh: '校验码不对，请核对是否输错',
    en: 'The check digit does not fit; look for a typing mistake',
  },
  'department-class': {
    zh: '登记管理部门与机构类别代码不存在',
    en: 'There is no such registration department and class',
  },
  region: { zh: '行政区划码不是数字', en: 'The region code is not made of digits' },
  'organisation-code': {
    zh: '其中的组织机构代码校验码不对',
    en: 'The check digit of the organisation code inside does not fit',
  },
  issuer: { zh: '发卡机构标识代码不存在', en: 'There is no such card issuer' },
  account: { zh: '卡号中的账户部分全为零', en: 'The account part of the card number is all zeros' },
  range: { zh: '号段未启用', en: 'The number range is not in use' },
  bank: { zh: '银行行别代码不存在', en: 'There is no such bank code' },
} as const satisfies Record<string, ReasonText>;

export type ReasonCode = keyof typeof reasonTexts;
