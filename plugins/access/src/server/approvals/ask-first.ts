import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { vaultOf } from '@linggong/vault';
import { isKnownPerson } from '../../domain/person-links';
import type { Remember } from '../http/idempotent-call';
import type { Call, LooseAnswer, Route } from '../http/route';
import { isOfHisWordAlone } from '../persons/confirm-holder';
import { personPortOf } from '../persons/person-port';
import { personOf } from '../persons/same-person';
import { askApproval } from './ask-approval';
import { holderMissing, holderUnconfirmed } from './decision-problems';
import type { RawInput } from './in-process';
import { operationOf } from './operation';
import { inputHash } from './redeem';
import { rehearse } from './rehearse';

/**
 * Keeps a request for a second person instead of doing it: rehearsed first, so that what would be refused is refused now; then
 * sealed whole, and shown by what stands before and what would stand after.
 * @throws Problem as the operation; 409 `approval-open`
 */
export async function askFirst(strapi: Core.Strapi, route: Route, call: Call, raw: RawInput): Promise<LooseAnswer> {
  if (!route.shows) throw new Error(`${route.method} ${route.path} waits for a second person and shows nothing`);
  await demandHolder(strapi, call.account.id);
  // A file is not rehearsed: handing it out is the effect.
  const rehearsed = route.remembers ? await rehearse((remember) => route.handle({ ...call, remember })) : undefined;
  const { subject, before, after, grants, aspect } = await route.shows(call, rehearsed?.body);
  const id = randomUUID();
  const sealed = vaultOf(strapi).seal('approval-payload', id, JSON.stringify(raw));
  const asked = { resource: route.resource, action: route.action, subject, before, after, grants, aspect };
  return databaseOf(strapi).transaction(async (tx) => {
    const kept = { id, route: operationOf(strapi, route), sealed, inputSha256: inputHash(call) };
    const { expiresAt } = await askApproval(tx, call.command, asked, kept);
    const answer = { status: 202, body: { approval: { id, state: 'pending', expiresAt } } };
    await (call.remember as Remember)(tx, answer);
    return answer;
  });
}

/** Nobody could decide it: there would be no telling whether he is the maker himself. @throws Problem 403 `holder-missing`, `holder-unconfirmed` */
async function demandHolder(strapi: Core.Strapi, accountId: number): Promise<void> {
  const db = databaseOf(strapi);
  const { links } = await personOf(db, personPortOf(strapi), accountId);
  if (!isKnownPerson(links)) throw holderMissing();
  if (await isOfHisWordAlone(db, accountId)) throw holderUnconfirmed();
}
