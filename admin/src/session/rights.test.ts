import { hiddenFieldsOf, matrix, permissionsOf, roles } from '@linggong/config/access';
import { visibleGroups, navigationTree } from '../shell/navigation-tree';
import { meOf } from './me';
import { isHidden, isOwn, may } from './rights';
import { roles as consoleRoles } from '@linggong/config/roles';

const meAs = (role: string, own: object = {}) =>
  meOf({
    id: 1,
    identifier: 'x',
    role,
    ...own,
    permissions: permissionsOf(role as (typeof roles)[number]),
    hiddenFields: hiddenFieldsOf(role as (typeof roles)[number]),
  });

describe('rights of the console', () => {
  it('knows the same roles as the matrix', () => {
    expect([...consoleRoles]).toEqual([...roles]);
  });

  it('draws no column of what the role does not see', () => {
    expect(isHidden(meAs('customer-service'), 'orders', 'feeFen')).toBe(true);
    expect(isHidden(meAs('operator'), 'orders', 'feeFen')).toBe(false);
    expect(isHidden(meAs('customer-service'), 'orders', 'grossFen')).toBe(false);
    expect(isHidden(meOf({ identifier: 'x', role: 'worker', hiddenFields: 'nonsense' }), 'orders', 'feeFen')).toBe(
      false,
    );
  });

  it('names only resources and actions that the matrix has', () => {
    const known = new Set(matrix.map(({ resource, action }) => `${resource}:${action}`));
    const asked = navigationTree.flatMap(({ pages }) =>
      pages.flatMap(({ needs }) => (needs === undefined ? [] : [needs])),
    );
    const everything = {
      account: { identifier: 'x', role: 'operator' as const },
      notices: [],
      setUp: [],
      hiddenFields: {},
      secondFactor: { isOn: false, isDemanded: false, recoveryCodesLeft: 0 },
      permissions: Object.fromEntries(
        matrix.map(({ resource }) => [
          resource,
          Object.fromEntries(
            matrix.filter((rule) => rule.resource === resource).map(({ action }) => [action, 'all' as const]),
          ),
        ]),
      ),
    };
    expect(known.size).toBeGreaterThan(0);
    expect(asked.filter(({ resource, action }) => !may(everything, resource, action))).toEqual([]);
  });

  it('shows everybody his desk, and a worker nothing of the ledger', () => {
    const worker = visibleGroups((resource, action) => may(meAs('worker', { workerId: 3 }), resource, action)).map(
      ({ key }) => key,
    );
    expect(worker).toContain('todo');
    expect(worker).not.toContain('money');
  });

  it('gives a worker his contracts as an entry of their own, and nothing of the background', () => {
    const me = meAs('worker', { workerId: 3 });
    const groups = visibleGroups((resource, action) => may(me, resource, action), 'worker');
    expect(groups.map(({ key }) => key)).toEqual([
      'mine',
      'contracts',
      'openTasks',
      'engagements',
      'orders',
      'tax',
      'profile',
      'complaints',
      'explanations',
      'myData',
    ]);
    expect(groups.flatMap(({ pages }) => pages.map(({ to }) => to))).not.toContain('/jobs');
  });

  it('lets a role create under the name the matrix has for it', () => {
    expect(may(meAs('operator'), 'workers', 'create')).toBe(true);
    expect(may(meAs('enterprise', { enterpriseId: 1 }), 'settlement-batches', 'create')).toBe(true);
    expect(may(meAs('finance-officer'), 'deposits', 'create')).toBe(true);
    expect(may(meAs('tax-officer'), 'deposits', 'create')).toBe(false);
  });

  it('takes a row of another enterprise as not one’s own', () => {
    const me = meAs('enterprise', { enterpriseId: 1 });
    expect(isOwn(me, { enterpriseId: 1 })).toBe(true);
    expect(isOwn(me, { enterpriseId: 2 })).toBe(false);
  });

  it('gives an unreadable answer no rights', () => {
    expect(() => meOf({ role: 'king' })).toThrow('problem.unknownRole');
  });
});
