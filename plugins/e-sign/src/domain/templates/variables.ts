import type { TemplateVariable } from '../template';

/** Variables of every contract. */
export const commonVariables: readonly TemplateVariable[] = [
  { name: 'contractNumber', label: { zh: '协议编号', en: 'Agreement number' } },
  { name: 'platformName', label: { zh: '平台服务机构', en: 'Platform institution' } },
  { name: 'validFrom', label: { zh: '生效日期', en: 'Valid from' } },
  { name: 'validTo', label: { zh: '截止日期', en: 'Valid to' } },
];

/** Who the worker is; kept sealed. */
export const workerVariables: readonly TemplateVariable[] = [
  { name: 'workerName', label: { zh: '姓名', en: 'Name' }, personal: 'name' },
  { name: 'workerIdentity', label: { zh: '证件号码', en: 'Identity number' }, personal: 'identity-number' },
];
