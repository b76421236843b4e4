import type { Core } from '@strapi/strapi';
import { reachOf } from '@linggong/config/access';
import type { Command } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import type { Verdict } from '../../domain/approval';
import { rowScope } from '../../domain/row-scope';
import type { Account } from '../http/account';
import type { Remember } from '../http/idempotent-call';
import type { Route } from '../http/route';
import { routeRegistryOf } from '../http/route-registry';
import type { ApprovalRow } from './approval-rows';
import { decideNatively } from './decide-natively';
import { callOf } from './in-process';

/** The operation by which the business itself says yes or no to a request; undefined where it cannot say that. */
export function nativeRoute(strapi: Core.Strapi, approval: ApprovalRow, verdict: Verdict): Route | undefined {
  const served = routeRegistryOf(strapi).all();
  return served.find(({ route: { resource, decides } }) => {
    if (resource !== approval.resource || decides?.action !== approval.action) return false;
    return decides.verdict === verdict || decides.verdict === 'by-action';
  })?.route;
}

interface NativeDecision {
  readonly account: Account;
  readonly command: Command;
  readonly verdict: Verdict;
  readonly remember: Remember;
}

/**
 * Decides from the inbox what the business decides: by its own operation, so that the two ways are one.
 * @throws Problem as the operation; 409 `approval-not-rejectable`
 */
export async function decideByBusiness(
  strapi: Core.Strapi,
  approval: ApprovalRow,
  { account, command, verdict, remember }: NativeDecision,
): Promise<void> {
  const route = nativeRoute(strapi, approval, verdict);
  if (!route) throw notRejectable();
  const params = { id: approval.subjectId, ...(route.decides?.verdict === 'by-action' ? { action: verdict } : {}) };
  const reason = command.reason === undefined ? {} : { reason: command.reason };
  const body = takesReason(route) ? reason : {};
  // A role that a request was escalated to has no line of its own for it; being named by the request is its right.
  const reach = reachOf(account.role, route.resource, route.action) ?? 'all';
  const call = callOf(
    strapi,
    route,
    { params, query: {}, body },
    {
      account,
      scope: rowScope(reach, account),
      command,
      remember,
    },
  );
  await decideNatively(strapi, route, call, (inside) => route.handle({ ...call, remember: inside }));
}

function takesReason({ body }: Route): boolean {
  return body !== undefined && 'shape' in body && typeof body.shape === 'object' && 'reason' in (body.shape ?? {});
}

function notRejectable(): Error {
  return problem(
    409,
    'approval-not-rejectable',
    { zh: '该事项不能驳回，只能不予处理', en: 'This cannot be rejected; it stays open' },
    { fix: { zh: '如内容有误，请联系经办人更正', en: 'Ask who made it to correct it' } },
  );
}
