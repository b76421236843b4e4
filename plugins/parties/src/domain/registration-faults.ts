import type { Text2 } from '@linggong/core/domain';

export const registrationFields = [
  'name',
  'identityKind',
  'identityNumber',
  'phone',
  'cardNumber',
  'cardHolder',
  'bankName',
  'bankCode',
  'address',
  'taxResident',
  'agencyFrom',
  'agencyTo',
] as const;
export type RegistrationField = (typeof registrationFields)[number];

/** Why a worker or a row of a sheet was not registered. `code` is stable; `text` is for people and quotes no value. */
export interface RegistrationFault {
  readonly field: RegistrationField;
  readonly code: string;
  readonly text: Text2;
}

/** Faults of this plugin; faults of identifiers come with their own texts from the identifier rules. */
export const registrationFaultTexts = {
  'name-empty': { zh: '未填写姓名', en: 'The name is missing' },
  'name-length': { zh: '姓名长度不对', en: 'The name is too short or too long' },
  'name-characters': { zh: '姓名含有不允许的字符', en: 'The name contains a character that is not allowed' },
  'value-masked': { zh: '这是脱敏后的值，请填写完整内容', en: 'This is a masked value; enter it in full' },
  'identity-kind-unknown': { zh: '证件类型不支持', en: 'This kind of document is not supported' },
  'under-16': {
    zh: '未满16周岁，不得登记（劳动法第十五条）',
    en: 'Under 16: may not be registered (Labour Law art. 15)',
  },
  'under-18': { zh: '未满18周岁，平台合同要求年满18周岁', en: 'Under 18: the platform contracts with adults only' },
  'holder-mismatch': { zh: '持卡人与本人姓名不一致', en: 'The card holder is not the worker himself' },
  'tax-residence-missing': {
    zh: '持外国人永久居留身份证者须说明是否为中国税收居民',
    en: 'With a foreign permanent resident card, say whether he is a tax resident of China',
  },
  'text-length': { zh: '文字过长', en: 'The text is too long' },
  'not-a-bank': { zh: '不像银行名称', en: 'Does not look like the name of a bank' },
  'agency-dates': { zh: '授权起止日期不对', en: 'The days of the authorization are not in order' },
  'agency-start': { zh: '有授权止期但未填写起期', en: 'The authorization has an end but no start' },
  'not-a-day': { zh: '不是真实存在的日期(YYYY-MM-DD)', en: 'Not a real day (YYYY-MM-DD)' },
  'card-missing': { zh: '填写了开户行但未填写银行卡号', en: 'A bank is given without a card number' },
  'already-registered': { zh: '该证件号码已登记', en: 'A worker with this identity number is already registered' },
  'repeated-in-sheet': { zh: '同一证件号码在表中重复出现', en: 'The same identity number stands in the sheet twice' },
  'cell-unreadable': { zh: '单元格无法按文本读取', en: 'The cell cannot be read as text' },
} as const satisfies Record<string, Text2>;

export type RegistrationFaultCode = keyof typeof registrationFaultTexts;

export function fault(field: RegistrationField, code: RegistrationFaultCode): RegistrationFault {
  return { field, code, text: registrationFaultTexts[code] };
}
