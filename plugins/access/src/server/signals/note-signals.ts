import type { Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { Vault } from '@linggong/vault';
import { addressKey } from '../limits/address-key';

/** Whose sign-in it is; accounts of the house are neither. */
export interface SignedInParty {
  readonly workerId: number | null;
  readonly enterpriseId: number | null;
}

export interface Party {
  readonly partyKind: 'worker' | 'enterprise';
  readonly partyId: number;
}

/** Whom an account belongs to; undefined for accounts of the house. */
export function partyOf({ workerId, enterpriseId }: SignedInParty): Party | undefined {
  if (workerId !== null) return { partyKind: 'worker', partyId: workerId };
  return enterpriseId === null ? undefined : { partyKind: 'enterprise', partyId: enterpriseId };
}

/**
 * Rows of today are left alone, so that sign-ins of a day do not wait for each other; keys come in one order, so that those that do never
 * deadlock.
 */
const NOTE = `INSERT INTO access.signals AS s (kind, signal_key, party_kind, party_id, last_day)
  SELECT t.kind, t.signal_key, $3, $4, $5::date FROM unnest($1::text[], $2::text[]) AS t (kind, signal_key)
   WHERE NOT EXISTS (SELECT FROM access.signals k
                      WHERE (k.kind, k.signal_key, k.party_kind, k.party_id) = (t.kind, t.signal_key, $3, $4) AND k.last_day >= $5::date)
   ORDER BY 1, 2
  ON CONFLICT (kind, signal_key, party_kind, party_id) DO UPDATE SET last_day = excluded.last_day WHERE s.last_day < excluded.last_day`;

/** Keeps from which device and address a worker or an enterprise signed in (登录设备与网络地址, R6.3), in the transaction of the session. */
export async function noteSignals(
  tx: Tx,
  vault: Pick<Vault, 'blind'>,
  account: SignedInParty,
  deviceNumber: string | undefined,
  { at, address }: { readonly at: Date; readonly address?: string | undefined },
): Promise<void> {
  const party = partyOf(account);
  if (party === undefined) return;
  const place = address === undefined ? 'unknown' : addressKey(address);
  const signals: [kind: string, key: string][] = [];
  if (place !== 'unknown') signals.push(['address', vault.blind('sign-in-address', place).toString('hex')]);
  if (deviceNumber !== undefined) signals.push(['device', deviceNumber]);
  if (signals.length === 0) return;
  await tx.query(NOTE, [
    signals.map(([kind]) => kind),
    signals.map(([, key]) => key),
    party.partyKind,
    party.partyId,
    shanghaiDay(at),
  ]);
}
