import type { SealedStore } from '../store/sealed';
import { leaveMark, takeOnce } from './leave-mark';

/** Between two emergencies (紧急恢复) of an installation: three tries each are then no way to guess a code. */
export const emergencyPauseMinutes = 60;

/** @returns the mark by which it is taken back; undefined where another one was begun within the hour */
export function markEmergency(
  sealed: SealedStore,
  system: string,
  { at, reason }: { readonly at: Date; readonly reason: string },
): Promise<string | undefined> {
  const folder = `${system}/emergencies/`;
  const mark = { folder, key: String(at.getTime()), words: { at: at.toISOString(), reason } };
  return leaveMark(sealed, mark, (other) => {
    const named = Number(other.name.slice(folder.length).split('.')[0]);
    const began = Number.isFinite(named) ? named : other.at.getTime();
    return Math.abs(at.getTime() - began) < emergencyPauseMinutes * 60_000;
  });
}

/** An emergency that failed for another cause than wrong codes: the next one need not wait for the hour. */
export function unmarkEmergency({ store }: Pick<SealedStore, 'store'>, mark: string): Promise<void> {
  return store.remove(mark);
}

/**
 * Uses a code up for every emergency to come: each restored copy has forgotten which codes were used after it.
 * @param code keyed hash (hex) of account and code
 * @returns false where an emergency took it before
 */
export async function takeEmergencyCode(sealed: SealedStore, system: string, code: string, at: Date): Promise<boolean> {
  const mark = { folder: `${system}/emergency-codes/`, key: code, words: { at: at.toISOString() } };
  return (await takeOnce(sealed, mark)) !== undefined;
}
