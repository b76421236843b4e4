/** Columns of the worker sheet as the server names them (plugins/parties, import columns), in the order of the template. */
export const importKeys = [
  'name',
  'identityKind',
  'identityNumber',
  'phone',
  'cardNumber',
  'bankName',
  'bankCode',
  'address',
  'taxResident',
  'agencyFrom',
  'agencyTo',
] as const;

/** Their headings in the template. */
export const workerTemplate: readonly string[] = [
  '姓名',
  '证件类型',
  '证件号码',
  '手机号',
  '银行卡号',
  '开户银行',
  '联行号',
  '地址',
  '税收居民',
  '涉税授权起',
  '涉税授权止',
];
