import { administratorRoles, decidingRoles, matrix, permissionsOf, reachOf, roles } from './index';

describe('the permission matrix', () => {
  it('has one line an action', () => {
    const keys = matrix.map(({ resource, action }) => `${resource}:${action}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('is written in kebab-case, so that codes are stable across API, console and log', () => {
    const word = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
    expect(matrix.filter(({ resource, action }) => !word.test(resource) || !word.test(action))).toEqual([]);
  });

  it('gives enterprises and workers only their own rows', () => {
    // Contract templates are published texts and belong to nobody.
    const owned = matrix.filter(({ resource }) => resource !== 'contract-template');
    const tooFar = owned.filter(({ roles: by }) => by.enterprise === 'all' || by.worker === 'all');
    expect(tooFar.map(({ resource, action }) => `${resource}:${action}`)).toEqual([]);
  });

  it('leaves no line that nobody may use', () => {
    expect(matrix.filter(({ roles: by }) => Object.keys(by).length === 0)).toEqual([]);
  });

  it('keeps the powers of the three administrators apart (三权分立)', () => {
    const changing = matrix.filter(({ action }) => !['list', 'read', 'export', 'verify'].includes(action));
    const shared = changing.filter(({ resource, roles: by }) => {
      // What reaches only a role's own rows, such as findings that it owns, is not shared.
      const holders = administratorRoles.filter((role) => by[role] === 'all');
      return !resource.startsWith('own-') && holders.length > 1;
    });
    expect(shared).toEqual([]);
  });

  it('gives the three administrators nothing of the business (R9.5)', () => {
    // What keeps the platform going and watched: queues, keys, backups, findings, vendors' health, accounts, the log and its stories.
    const theirs =
      /^(own-|job$|event-delivery$|queue-board$|panel$|schedule$|data-key$|backup$|restore-drill$|finding$|contract-sealing$|identity-provider$|account$|session$|approval$|permission-matrix$|timeline$|audit-)/;
    const business = matrix.filter(({ roles: by }) => administratorRoles.some((role) => by[role]));
    expect(business.map(({ resource }) => resource).filter((resource) => !theirs.test(resource))).toEqual([]);
  });

  it('lets the regulator and partner systems change nothing but what is their own', () => {
    const changing = matrix.filter(
      ({ action, roles: by }) => !['list', 'read', 'export'].includes(action) && (by.regulator || by.partner),
    );
    expect(changing.map(({ resource }) => resource).filter((resource) => !resource.startsWith('own-'))).toEqual([]);
  });

  it('lets those decide whom a mark names, and nobody else', () => {
    const named = matrix.flatMap(({ approval }) => (approval ? [...approval.by, approval.escalate?.to] : []));
    expect([...new Set(named.filter((role) => role !== undefined))].sort()).toEqual([...decidingRoles].sort());
    for (const role of roles) {
      const decides = decidingRoles.some((one) => one === role);
      expect([role, reachOf(role, 'approval', 'decide') !== undefined]).toEqual([role, decides]);
    }
  });

  it('marks no action that nobody decides, and keeps no request for ever', () => {
    const marked = matrix.filter(({ approval }) => approval);
    expect(marked.length).toBeGreaterThan(2);
    expect(marked.filter(({ approval }) => approval?.by.length === 0)).toEqual([]);
    expect(marked.filter(({ approval }) => approval?.mode !== 'native' && !approval?.hours)).toEqual([]);
  });

  it('gives files of a list to those who see the list, and to nobody else', () => {
    const exports = matrix.filter(({ action }) => action === 'export');
    expect(exports.length).toBeGreaterThan(30);
    for (const { resource, roles: by } of exports) {
      expect([resource, by]).toEqual([
        resource,
        matrix.find((rule) => rule.resource === resource && rule.action === 'list')?.roles,
      ]);
    }
  });

  it('tells the console the same that it tells the API', () => {
    for (const role of roles) {
      const permissions = permissionsOf(role);
      for (const { resource, action } of matrix) {
        expect(permissions[resource]?.[action]).toBe(reachOf(role, resource, action));
      }
    }
  });
});
