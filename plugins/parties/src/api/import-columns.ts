/** Columns of the worker sheet (灵工导入表): key inside, titles that are recognised; the first of them stands in the template. */
export const importColumns = [
  { key: 'name', titles: ['姓名', 'name'], required: true, kind: 'text' },
  { key: 'identityKind', titles: ['证件类型', 'identity kind'], required: false, kind: 'text' },
  { key: 'identityNumber', titles: ['证件号码', '身份证号', 'identity number'], required: true, kind: 'text' },
  { key: 'phone', titles: ['手机号', '联系电话', 'phone'], required: true, kind: 'text', wholeNumbers: true },
  { key: 'cardNumber', titles: ['银行卡号', 'card number'], required: false, kind: 'text' },
  { key: 'bankName', titles: ['开户银行', '开户行', 'bank'], required: false, kind: 'text' },
  { key: 'bankCode', titles: ['联行号', 'cnaps'], required: false, kind: 'text', wholeNumbers: true },
  { key: 'address', titles: ['地址', '联系地址', 'address'], required: false, kind: 'text', maxLength: 400 },
  { key: 'taxResident', titles: ['税收居民', 'tax resident'], required: false, kind: 'text' },
  { key: 'agencyFrom', titles: ['涉税授权起', 'agency from'], required: false, kind: 'text' },
  { key: 'agencyTo', titles: ['涉税授权止', 'agency to'], required: false, kind: 'text' },
] as const;

export type ImportKey = (typeof importColumns)[number]['key'];

/** Rows that one import takes. */
export const importRowsMax = 50_000;
