import type { Core } from '@strapi/strapi';
import { grantorDecides, offersClear } from '@linggong/config/access';
import { databaseOf } from '@linggong/core';
import { APPROVAL_HEADER } from '../approvals/redeem';
import type { Call, LooseAnswer, Route } from '../http/route';
import { elevatedFor, liveElevation, type Elevation } from './elevated';
import { lookUnder } from './note-look';

/** The elevation that a look at a clear value stands on, and whether it stands for the second person as well. */
export interface Ground {
  readonly elevation: Elevation;
  readonly instead: boolean;
}

/**
 * The elevation (提权) under which this call is made, where there is one: its grantor has let the caller see clear values of these very
 * rows, and would decide about this one too; or it opens rows that the role does not reach, and a second person decides as ever.
 */
export async function groundOf(strapi: Core.Strapi, route: Route, call: Call): Promise<Ground | undefined> {
  if (!route.elevated) return undefined;
  const db = databaseOf(strapi);
  const { account, command } = call;
  const { resource, action } = route.elevated.looksAt(call);
  const wish = { account, resource, at: command.at };
  // Who names an approval spends it.
  if (offersClear(account.role, resource) && call.http.header(APPROVAL_HEADER) === undefined) {
    const elevation = await liveElevation(db, { ...wish, action });
    const aspect = elevation && (await route.elevated.aspect(callUnder(call, { elevation, instead: true })));
    if (elevation && aspect !== undefined && grantorDecides(route.resource, route.action, aspect))
      return { elevation, instead: true };
  }
  const opened = await elevatedFor(db, { ...wish, action: 'read' });
  return opened && { elevation: opened, instead: false };
}

/** The call as it is made under its elevation, where there is one: for what is looked at again before a decision. */
export async function underGround(strapi: Core.Strapi, route: Route, call: Call): Promise<Call> {
  const ground = await groundOf(strapi, route, call);
  return ground ? callUnder(call, ground) : call;
}

/** Makes the call under its elevation: within its scope alone, and written down for who granted it before anything is answered. */
export function answerUnder(
  strapi: Core.Strapi,
  route: Route,
  { call, ground }: { readonly call: Call; readonly ground: Ground },
  work: (call: Call) => Promise<LooseAnswer>,
): Promise<LooseAnswer> {
  const under = callUnder(call, ground);
  const { id, field } = route.elevated?.looksAt(call) ?? {};
  const look = { command: under.command, elevation: ground.elevation, subjectId: id?.toString(), clearField: field };
  return lookUnder(strapi, route, look, () => work(under));
}

function callUnder(call: Call, { elevation, instead }: Ground): Call {
  const { id, approvalId, scope } = elevation;
  const command = instead ? { ...call.command, approvalId } : call.command;
  return { ...call, command, scope, elevation: { id } };
}
