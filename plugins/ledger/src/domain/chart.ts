/** Classes of subjects (会计科目) of the enterprise accounting standards. */
export type SubjectKind = 'asset' | 'liability' | 'equity' | 'cost' | 'income' | 'expense';

/** True where a subject of this class grows on the debit side (借方): what one owns or spends. */
export function isDebitNormal(kind: SubjectKind): boolean {
  return kind === 'asset' || kind === 'cost' || kind === 'expense';
}
