import type { Command, Tx } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { Vault } from '@linggong/vault';
import { addressKey } from '../limits/address-key';

/** Whose sign-in it is; accounts of the house are neither. */
export interface SignedInParty {
  readonly workerId: number | null;
  readonly enterpriseId: number | null;
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
  { workerId, enterpriseId }: SignedInParty,
  deviceNumber: string | undefined,
  { at, address }: Pick<Command, 'at' | 'address'>,
): Promise<void> {
  const partyId = workerId ?? enterpriseId;
  if (partyId === null) return;
  const place = address === undefined ? 'unknown' : addressKey(address);
  const signals: [kind: string, key: string][] = [];
  if (place !== 'unknown') signals.push(['address', vault.blind('sign-in-address', place).toString('hex')]);
  if (deviceNumber !== undefined) signals.push(['device', deviceNumber]);
  if (signals.length === 0) return;
  await tx.query(NOTE, [
    signals.map(([kind]) => kind),
    signals.map(([, key]) => key),
    workerId === null ? 'enterprise' : 'worker',
    partyId,
    shanghaiDay(at),
  ]);
}
