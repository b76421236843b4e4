/**
 * Codes of the ledger's accounts. The chart itself (subjects, patterns, who is prepaid) stands in the database, versioned;
 * these are the names by which other plugins book.
 */
export type EnterpriseAccountKind =
  | 'bank'
  | 'deposit'
  | 'workers'
  | 'tax-iit'
  | 'tax-vat'
  | 'tax-surcharge'
  | 'fee'
  | 'fee-prepaid'
  | 'fee-receivable'
  | 'receivable';

export const enterpriseAccountKinds: readonly EnterpriseAccountKind[] = [
  'bank',
  'deposit',
  'workers',
  'tax-iit',
  'tax-vat',
  'tax-surcharge',
  'fee',
  'fee-prepaid',
  'fee-receivable',
  'receivable',
];

/** `deposit:12`, `tax-iit:12` … */
export type EnterpriseAccountCode = `${EnterpriseAccountKind}:${number}`;

export const platformBankAccount = 'bank:platform';
export const suspenseAccount = 'suspense:platform';

/** Code of an account of the chart. */
export type AccountCode = EnterpriseAccountCode | typeof platformBankAccount | typeof suspenseAccount;

/** The account of one kind of one enterprise, such as `deposit:12`. */
export function accountOf(kind: EnterpriseAccountKind, enterpriseId: number): EnterpriseAccountCode {
  return `${kind}:${enterpriseId}`;
}

/** Kind and owner of a code: `tax-iit:12` is `tax-iit` of `12`. */
export function partsOf(code: string): { kind: string; owner: string } {
  const [kind = '', owner = ''] = code.split(':');
  return { kind, owner };
}
