import { areTwoAdministrators, presentAdministrator, type PresentAdministrator } from '@linggong/access';
import { createDatabase, type Database } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { openVault, type Keyring, type Vault } from '@linggong/vault';
import { StartProblem } from '../start-problem';

/** Asks whoever sits at the terminal. */
export type Ask = (question: string) => Promise<string>;

/** Codes that each of the two may try. */
const TRIES = 3;

interface Copy {
  readonly url: string;
  readonly keyring: Keyring;
}

interface Demand extends Copy {
  readonly ask: Ask;
  readonly now: () => Date;
  /** Uses up the keyed hash (hex) of a code. @returns false where it was used, which the copy need not know */
  readonly takeCode: (code: string) => Promise<boolean>;
}

interface Shown {
  readonly identifier: string;
  readonly code: string;
  readonly at: Date;
}

/** Two administrators who are here. */
export interface Present {
  readonly names: readonly [string, string];
  readonly shown: readonly [Shown, Shown];
}

/**
 * Two of the three administrators, of two roles and not one person, each by a code of the accounts in the restored copy: the old
 * telephone shows it, or a recovery code on paper does.
 * @throws StartProblem where three tries of one of them were wrong, or both are one
 */
export function demandTwo({ url, keyring, ...asking }: Demand): Promise<Present> {
  return inCopy({ url, keyring }, async (db, vault) => {
    const one = await demandOne(db, vault, { ...asking, which: '1' });
    const other = await demandOne(db, vault, { ...asking, which: '2' });
    if (!areTwoAdministrators(one.who, other.who)) throw oneOnly();
    return { names: [nameOf(one.who), nameOf(other.who)], shown: [one.shown, other.shown] };
  });
}

/**
 * Uses the codes up in a copy in which nobody was asked, where they open something there: it knows nothing of their use. An account that
 * is another one by then, or a release that keeps codes elsewhere, has nothing to use up.
 */
export function useUp(copy: Copy, { shown }: Present): Promise<void> {
  return inCopy(copy, async (db, vault) => {
    for (const one of shown) await presentAdministrator(db, vault, one).catch(() => undefined);
  });
}

async function inCopy<R>({ url, keyring }: Copy, work: (db: Database, vault: Vault) => Promise<R>): Promise<R> {
  const db = createDatabase({ connectionString: url, max: 2 });
  try {
    // No file is opened: the folder is that of nobody.
    const { vault } = await openVault({ keyring, root: '', db: () => db, isReadOnly: true });
    return await work(db, vault);
  } finally {
    await db.close();
  }
}

async function demandOne(
  db: Database,
  vault: Vault,
  { ask, now, takeCode, which }: Omit<Demand, keyof Copy> & { readonly which: string },
): Promise<{ readonly who: PresentAdministrator; readonly shown: Shown }> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const identifier = (await ask(`管理员 ${which} 登录名 Administrator ${which}, username: `)).trim();
    const code = (await ask('动态口令或恢复码 Code, or recovery code: ')).trim();
    const shown = { identifier, code, at: now() };
    try {
      const who = await presentAdministrator(db, vault, shown);
      if (await takeCode(vault.blind('recovery-code', `emergency:${who.id}:${code}`).toString('hex')))
        return { who, shown };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  throw new StartProblem({
    zh: '三次均不正确，恢复已取消，已恢复的内容已移除。',
    en: 'Three tries were wrong: nothing is restored, and what was is removed.',
  });
}

const nameOf = ({ id, role }: PresentAdministrator): string => `${role}#${id}`;

function oneOnly(): StartProblem {
  return new StartProblem({
    zh: '须由两名不同角色、不同的人的管理员确认，恢复已取消，已恢复的内容已移除。',
    en: 'It takes two administrators, of two roles and two persons: nothing is restored, and what was is removed.',
  });
}
