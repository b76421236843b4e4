/** The eight kinds of identifier (domain: 证件号码与账号) that the platform can check by algorithm alone. */
export const identifierKinds = [
  'resident-id',
  'hmt-residence-permit',
  'foreign-pr-card',
  'uscc',
  'bank-card',
  'mobile',
  'cnaps',
  'e-invoice-number',
] as const;

export type IdentifierKind = (typeof identifierKinds)[number];
