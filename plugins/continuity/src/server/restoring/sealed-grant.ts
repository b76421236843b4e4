import type { Keyring } from '@linggong/vault';
import { z } from 'zod';
import type { RestoreGrant } from '../../domain';
import { openBytes, sealBytes, type SealedStore } from '../store/sealed';
import { takeOnce } from './leave-mark';

/** Bound into the seal, so that no other sealed bytes of the store open as a grant. */
const GRANT = 'restore-grant';
const TEXT_MAX = 8_192;

const grantSchema = z.strictObject({
  form: z.literal(1),
  id: z.uuid(),
  system: z.string().regex(/^\d{1,20}$/),
  backup: z.string(),
  to: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  decidedBy: z.string(),
  expiresAt: z.iso.datetime(),
});

/** A grant as text to carry to the machine that restores: sealed under the key ring, so that it is neither read nor made without it. */
export async function sealGrant(keyring: Keyring, grant: RestoreGrant): Promise<string> {
  const sealed = await sealBytes(keyring, GRANT, Buffer.from(JSON.stringify(grantSchema.parse(grant))));
  return sealed.toString('base64url');
}

/** Undefined for what is no grant: another key ring's, changed, or something else. */
export async function openGrant(keyring: Keyring, text: string): Promise<RestoreGrant | undefined> {
  if (text.length > TEXT_MAX) return undefined;
  try {
    const clear = await openBytes(keyring, GRANT, Buffer.from(text.trim(), 'base64url'));
    return grantSchema.parse(JSON.parse(clear.toString('utf8')));
  } catch {
    // Whatever is wrong with it, it is no grant; which bytes were wrong helps a forger alone.
    return undefined;
  }
}

/**
 * Writes beside the backups that a grant is used. Of two restores that start at the same time at most one is let.
 * @returns what the use is given back by; undefined where the grant was used before, or is being used
 */
export function spendGrant(sealed: SealedStore, grant: RestoreGrant, at: Date): Promise<string | undefined> {
  const words = { ...grant, usedAt: at.toISOString() };
  return takeOnce(sealed, { folder: `${grant.system}/restorations/`, key: grant.id, words });
}

/** A restore that failed left nothing behind: the grant is good for the next try. Takes away this very use alone. */
export function giveGrantBack({ store }: Pick<SealedStore, 'store'>, use: string): Promise<void> {
  return store.remove(use);
}
