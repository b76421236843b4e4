import { fieldRules, matrix, roleNames, roles } from '@linggong/config/access';
import { matrixAnswer } from '../../api';
import { route } from '../http/define-route';
import { routeRegistryOf, type ServedRoute } from '../http/route-registry';

/** The matrix as it is enforced: each line with the operations of this running server that it opens. */
const matrixRoute = route({
  method: 'GET',
  path: '/permission-matrix',
  resource: 'permission-matrix',
  action: 'read',
  summary: { zh: '权限矩阵', en: 'Permission matrix' },
  description: {
    zh: '每一行：资源、操作、各角色的范围（全部、本人、待办），以及由它放行的接口。',
    en: 'Each line: resource, action, how far each role reaches (all, own, queue), and the operations that it opens.',
  },
  answers: { 200: matrixAnswer },
  handle: async ({ strapi }) => {
    const served = routeRegistryOf(strapi).all();
    const rules = matrix.map(({ resource, action, roles: by, approval, elevation, stepUp }) => ({
      resource,
      action,
      roles: { ...by },
      operations: served
        .filter(({ route: one }) => one.resource === resource && one.action === action)
        .map(operationOf),
      ...(approval ? { approval: { ...approval } } : {}),
      ...(elevation ? { elevation: { ...elevation } } : {}),
      ...(stepUp ? { stepUp } : {}),
    }));
    const fields = fieldRules.map(({ resource, field, seenBy }) => ({ resource, field, seenBy: [...seenBy] }));
    return {
      status: 200,
      body: { roles: roles.map((role) => ({ role, name: { ...roleNames[role] } })), rules, fields },
    };
  },
});

function operationOf({ address, route: { method, summary } }: ServedRoute) {
  return { method, address, name: { zh: summary.zh, en: summary.en } };
}

export const matrixRoutes = [matrixRoute];
