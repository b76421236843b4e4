import type { Text2 } from '@linggong/core/domain';
import type { FieldType, FormField } from './content';

/** Types of fields (字段类型), in the order in which the designer offers them. */
export const fieldTypeNames: Readonly<Record<FieldType, Text2>> = {
  text: { zh: '文本', en: 'Text' },
  number: { zh: '数字', en: 'Number' },
  money: { zh: '金额', en: 'Money' },
  date: { zh: '日期', en: 'Date' },
  choice: { zh: '单选', en: 'One choice' },
  choices: { zh: '多选', en: 'Several choices' },
  region: { zh: '地区', en: 'Region' },
  'identity-number': { zh: '证件号码', en: 'Identity number' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  'bank-card': { zh: '银行卡号', en: 'Bank card' },
  phone: { zh: '手机号码', en: 'Mobile number' },
  file: { zh: '文件', en: 'File' },
  table: { zh: '表格', en: 'Table' },
};

/** The same as a list; the names above are its only source. */
export const fieldTypes = Object.keys(fieldTypeNames) as readonly FieldType[];

/** What of a record is personal data and therefore sealed, by kinds of the vault. */
export type SensitiveKind = 'name' | 'address' | 'email' | 'identity-number' | 'bank-card' | 'phone';

/** Follows from the type alone, so that no designer can forget it (个人信息保护法 art. 28, 51). */
export function sensitiveKindOf(field: FormField): SensitiveKind | undefined {
  switch (field.type) {
    case 'identity-number':
    case 'bank-card':
    case 'phone':
      return field.type;
    case 'text':
      return field.personal;
    default:
      return undefined;
  }
}

/** Fields that are still asked. */
export function asked(fields: readonly FormField[]): FormField[] {
  return fields.filter((field) => field.retired !== true);
}
