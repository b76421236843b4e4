/** Guides in the order of a reader's needs, each a file of `cms/guides/{zh,en}`. */
export const guideNames = [
  'sign-in',
  'accounts',
  'matrix',
  'approvals',
  'elevations',
  'delegations',
  'sessions',
  'unmaskings',
  'data-requests',
  'retention',
  'configurations',
  'risk-cases',
  'inspections',
  'reviews',
  'audit-search',
  'timelines',
  'audit-chain',
  'witness',
  'data-keys',
  'private-files',
  'mlps',
  'notices',
] as const;

export type GuideName = (typeof guideNames)[number];

/** First part of the address of a page, and the guide that explains it. */
const guideOf: Readonly<Record<string, GuideName>> = {
  security: 'sign-in',
  password: 'sign-in',
  accounts: 'accounts',
  'restore-security-admin': 'accounts',
  'permission-matrix': 'matrix',
  approvals: 'approvals',
  holder: 'approvals',
  elevations: 'elevations',
  delegations: 'delegations',
  sessions: 'sessions',
  unmaskings: 'unmaskings',
  consents: 'data-requests',
  'data-requests': 'data-requests',
  'my-data': 'data-requests',
  retention: 'retention',
  'retention-runs': 'retention',
  destructions: 'retention',
  'legal-holds': 'retention',
  configurations: 'configurations',
  'configuration-versions': 'configurations',
  'configuration-imports': 'configurations',
  'promotional-materials': 'reviews',
  'real-name-reviews': 'reviews',
  'operation-reviews': 'reviews',
  'risk-board': 'risk-cases',
  'risk-cases': 'risk-cases',
  'risk-measures': 'risk-cases',
  'risk-decisions': 'risk-cases',
  'risk-rules': 'risk-cases',
  inspections: 'inspections',
  'inspection-items': 'inspections',
  timelines: 'timelines',
  panel: 'notices',
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

/** First parts of the addresses of pages that have a guide. */
export const guidedPages: readonly string[] = Object.keys(guideOf);
