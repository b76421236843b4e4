import type { SealedStore } from '@linggong/continuity';
import type { Authority } from './authority';
import type { RestoreOrder } from './restore-order';

export type Say = (line: string) => void;

/** What one run of the command that restores works with. */
export interface RestoreJob {
  readonly sealed: SealedStore;
  readonly order: RestoreOrder;
  readonly authority: Authority;
  readonly say: Say;
  readonly now: () => Date;
}

/**
 * Whatever failed, nothing of it stays, and what allowed it is good for the next try: only where nothing is left.
 * @param remove takes away what was restored, or throws where something of it stays
 * @throws what failed
 */
export async function takenBack(
  { authority, say }: RestoreJob,
  remove: () => Promise<void>,
  error: unknown,
): Promise<never> {
  const left = await remove().then(
    () => undefined,
    (fault: unknown) => wordsOf(fault),
  );
  if (left !== undefined) {
    say(`! 目标处仍有内容，本次授权视为已使用 Something is left in its place, and what allowed it stays used: ${left}`);
    throw error;
  }
  await authority.giveBack().catch((fault: unknown) => {
    say(`! 本次授权未能退还 What allowed this restore could not be given back: ${wordsOf(fault)}`);
  });
  throw error;
}

export const wordsOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
