/** Guides in the order of a reader's needs, each a file of `cms/guides/{zh,en}`. */
export const guideNames = [
  'sign-in',
  'accounts',
  'matrix',
  'approvals',
  'sessions',
  'audit-search',
  'audit-chain',
  'witness',
  'data-keys',
  'private-files',
  'mlps',
] as const;

export type GuideName = (typeof guideNames)[number];

/** First part of the address of a page, and the guide that explains it. */
const guideOf: Readonly<Record<string, GuideName>> = {
  security: 'sign-in',
  password: 'sign-in',
  accounts: 'accounts',
  'permission-matrix': 'matrix',
  approvals: 'approvals',
  holder: 'approvals',
  sessions: 'sessions',
  'audit-entries': 'audit-search',
  'audit-chain': 'audit-chain',
  'audit-bypasses': 'witness',
  'data-keys': 'data-keys',
  contracts: 'private-files',
  'bank-files': 'private-files',
  mlps: 'mlps',
};

/** The guide of a page of the console; undefined where there is none. @param path such as `/accounts/3/show` */
export function guideOfPage(path: string): GuideName | undefined {
  const [, first = ''] = path.split('/');
  return Object.hasOwn(guideOf, first) ? guideOf[first] : undefined;
}
