import type { Actor, Command, Tx } from '@linggong/core';
import { signingMethods, type SigningMethod } from '../../domain';

/** How somebody consented (意愿确认方式). */
export const consentMethods = signingMethods;

export type ConsentMethod = SigningMethod;

/**
 * Records who consented to which text, when and from where (电子签名法 art. 13: intent, identity, unchanged text). The party
 * of a signature follows from the kind of contract – an enterprise signs its cooperation agreement, a worker all others – and
 * that of a revocation from who acts: staff end a contract for the platform, never as the worker or the enterprise.
 */
export async function recordConsents(
  tx: Tx,
  { actor, at, address, traceId }: Command,
  contractIds: readonly number[],
  act: 'sign' | 'revoke',
  method: ConsentMethod,
): Promise<void> {
  await tx.query(
    `INSERT INTO e_sign.consents (contract_id, party, act, method, at, address, text_hash, actor_name, account_id, trace_id)
     SELECT c.id, coalesce($9, CASE WHEN c.kind = 'enterprise-cooperation' THEN 'enterprise' ELSE 'worker' END), $2, $3,
       $4, $5, c.text_hash, $6, $7, $8
     FROM public.contracts c WHERE c.id = ANY($1::int[]) ORDER BY c.id`,
    [
      contractIds,
      act,
      method,
      at,
      address ?? null,
      actor.name,
      actor.accountId ?? null,
      traceId,
      act === 'revoke' ? partyOf(actor) : null,
    ],
  );
}

function partyOf({ role }: Actor): 'worker' | 'enterprise' | 'platform' {
  return role === 'worker' || role === 'enterprise' ? role : 'platform';
}
