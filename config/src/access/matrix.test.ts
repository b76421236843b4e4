import {
  administratorRoles,
  clearLook,
  decidingRoles,
  elevationOffers,
  fieldRules,
  grantorDecides,
  hiddenFields,
  hiddenFieldsOf,
  matrix,
  offersClear,
  permissionsOf,
  reachOf,
  roles,
} from './index';
import { staffRoles, type Role } from './roles';

const isStaff = (role: Role): boolean => staffRoles.some((one) => one === role);

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
    // Public notices and guides belong to nobody; published work is offered to everybody.
    const owned = matrix.filter(({ resource }) => !['notice', 'guide', 'open-task'].includes(resource));
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
    // What keeps the platform going and watched: queues, keys, backups, findings, vendors' health, accounts – and whose they are, masked –,
    // the log and its stories.
    const theirs =
      /^(own-|job$|event-delivery$|queue-board$|panel$|schedule$|data-key$|backup$|restore-drill$|finding$|contract-sealing$|identity-provider$|account$|subject$|session$|approval$|elevation$|elevation-look$|delegation$|permission-matrix$|mlps-control$|guide$|notice$|live-board$|unmasking$|retention$|timeline$|audit-|acknowledgement$|configuration$|configuration-import$|configuration-version$)/;
    const business = matrix.filter(({ roles: by }) => administratorRoles.some((role) => by[role]));
    expect(business.map(({ resource }) => resource).filter((resource) => !theirs.test(resource))).toEqual([]);
  });

  it('lets the regulator and partner systems change nothing but what is their own', () => {
    const changing = matrix.filter(
      ({ action, roles: by }) =>
        !['list', 'read', 'look', 'see-visits', 'export'].includes(action) && (by.regulator || by.partner),
    );
    expect(changing.map(({ resource }) => resource).filter((resource) => !resource.startsWith('own-'))).toEqual([]);
  });

  it('lets those decide whom a mark names, and nobody else', () => {
    const named = matrix.flatMap(({ approval }) =>
      approval
        ? [...approval.by, ...Object.values(approval.byAspect ?? {}).flat(), approval.escalate?.to, approval.firstBy]
        : [],
    );
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
    expect(marked.filter(({ approval }) => !approval?.hours)).toEqual([]);
  });

  it('gives what moves money to a further role where nobody decides in time, well before it is void', () => {
    const native = matrix.filter(({ approval }) => approval?.mode === 'native');
    expect(native.length).toBeGreaterThan(2);
    const late = native.filter(
      ({ approval }) => !approval?.escalate || approval.escalate.afterHours * 2 > approval.hours,
    );
    expect(late).toEqual([]);
  });

  it('leaves no account without a way back where its deciders are gone, and none by who asks', () => {
    const powers = matrix.filter(({ resource, approval }) => resource === 'account' && approval);
    expect(powers.length).toBeGreaterThan(7);
    for (const { action, roles: askers, approval } of powers) {
      const { afterHours = 0, to } = approval?.escalate ?? {};
      const isOther = to !== undefined && askers[to] === undefined && !approval?.by.includes(to);
      expect([action, isOther, afterHours >= 72, afterHours * 2 <= (approval?.hours ?? 0)]).toEqual([
        action,
        true,
        true,
        true,
      ]);
    }
  });

  it('lets nobody open an account, take one over or say who stands behind it by himself', () => {
    const alone = matrix.filter(
      ({ resource, action, approval }) =>
        resource === 'account' &&
        !['list', 'read', 'export', 'block'].includes(action) &&
        (!approval || approval.unless),
    );
    expect(alone.map(({ action }) => action)).toEqual([]);
  });

  it('hides fields of what somebody may read, from some of those alone, and tells the console which', () => {
    expect(fieldRules.length).toBeGreaterThan(5);
    for (const { resource, field, seenBy } of fieldRules) {
      const readers = roles.filter((role) => reachOf(role, resource, 'list') ?? reachOf(role, resource, 'read'));
      const kept = readers.filter((role) => hiddenFields(role, resource).has(field));
      // A line that hides a thing from nobody, or from everybody, is a mistake.
      expect([resource, field, kept.length > 0, kept.length < readers.length]).toEqual([resource, field, true, true]);
      expect(kept.filter((role) => seenBy.includes(role))).toEqual([]);
      for (const role of roles)
        expect(hiddenFieldsOf(role)[resource]?.includes(field) ?? false).toBe(!seenBy.includes(role));
    }
  });

  it('names each field of a resource once, and what is needed to open a row for everybody', () => {
    const keys = fieldRules.map(({ resource, field }) => `${resource} ${field}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(fieldRules.filter(({ field }) => ['id', 'number', 'state'].includes(field))).toEqual([]);
  });

  it('lets nobody be elevated but people of the platform, and to looking alone (提权)', () => {
    const elevated = matrix.filter(({ elevation }) => elevation);
    expect(elevated.length).toBeGreaterThan(10);
    for (const { resource, action, elevation, roles: by } of elevated) {
      const wrong = elevation?.roles.filter((role) => by[role] !== undefined || !isStaff(role));
      expect([resource, action, wrong]).toEqual([resource, expect.stringMatching(/^(list|read)$/), []]);
    }
    // Who may be elevated may ask for it, and sees what he may ask for.
    for (const role of roles) {
      const asks = reachOf(role, 'elevation', 'ask') !== undefined;
      expect([role, elevationOffers(role).length > 0]).toEqual([role, asks]);
    }
    expect(elevationOffers('customer-service')).toContainEqual({
      resource: 'tax-record',
      actions: ['list', 'read'],
      reaches: ['all', 'enterprise', 'worker'],
    });
  });

  it('lets see in clear for a while who may unmask, and lets no grantor speak for another decider', () => {
    const clear = (role: Role): string[] =>
      elevationOffers(role).flatMap(({ resource, actions }) => (actions.includes(clearLook) ? [resource] : []));
    for (const role of roles) {
      const unmasks = reachOf(role, 'sensitive-field', 'unmask') === 'all';
      expect([role, clear(role).sort()]).toEqual([role, unmasks ? ['enterprise', 'worker'] : []]);
    }
    expect([
      offersClear('operator', 'worker'),
      offersClear('operator', 'bank-card'),
      offersClear('worker', 'worker'),
    ]).toEqual([true, false, false]);
    // Cards are decided about by finance, which grants no elevation.
    expect(grantorDecides('sensitive-field', 'unmask', 'phone')).toBe(true);
    expect(grantorDecides('sensitive-field', 'unmask', 'bank-card')).toBe(false);
    expect(grantorDecides('channel-limit', 'set')).toBe(false);
  });

  it('spares of a second person only those who reach what is their own', () => {
    const spared = matrix.flatMap(({ roles: by, approval }) => (approval?.spares ?? []).map((role) => by[role]));
    expect(spared.length).toBeGreaterThan(0);
    expect(spared.filter((reach) => reach !== 'own')).toEqual([]);
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
