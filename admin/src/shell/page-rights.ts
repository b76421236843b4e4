/** The right that a page asks for; react-admin's words for the actions. */
export interface PageRight {
  resource: string;
  action: string;
}

/** Pages that are not those of a resource. */
const ownPages: Readonly<Record<string, PageRight>> = {
  '/holder': { resource: 'own-account', action: 'declare-holder' },
  '/my-data': { resource: 'consents', action: 'show' },
  '/retention': { resource: 'retention', action: 'list' },
  '/data-keys': { resource: 'data-keys', action: 'list' },
  '/audit-chain': { resource: 'audit-log', action: 'read' },
  '/identity-providers': { resource: 'identity-providers', action: 'list' },
  '/live-board': { resource: 'live-board', action: 'read' },
  '/mlps': { resource: 'mlps-control', action: 'read' },
  '/panel': { resource: 'panel', action: 'open' },
  '/permission-matrix': { resource: 'permission-matrix', action: 'read' },
  '/queue-board': { resource: 'queue-board', action: 'open' },
  '/restore-security-admin': { resource: 'accounts', action: 'restore-security-admin' },
  '/risk-board': { resource: 'risk-cases', action: 'list' },
  '/risk-rules': { resource: 'risk-decisions', action: 'list' },
  '/schedules': { resource: 'schedules', action: 'list' },
  '/timelines': { resource: 'timeline', action: 'read' },
  '/trial-balance': { resource: 'ledger-accounts', action: 'trial-balance' },
};

/** What somebody must be allowed to do to open an address; undefined where everybody may, or where there is no such page. */
export function rightOfPage(path: string, resources: readonly string[]): PageRight | undefined {
  // A story has the number of its object behind it.
  const own = ownPages[path.replace(/^(\/timelines)\/.*$|\/$/, '$1')];
  if (own !== undefined) return own;
  const [, resource = '', second, third] = path.split('/');
  if (!resources.includes(resource)) return undefined;
  if (second === undefined || second === '') return { resource, action: 'list' };
  if (second === 'create') return { resource, action: 'create' };
  // react-admin's own address of an edit page is that of the row itself.
  return { resource, action: third === undefined || third === '' ? 'edit' : 'show' };
}
