import { areTwoAdministrators, presentAdministrator, type PresentAdministrator } from '@linggong/access';
import { createDatabase, type Database } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { openVault, type Keyring, type Vault } from '@linggong/vault';
import { StartProblem } from '../start-problem';

/** Asks whoever sits at the terminal. */
export type Ask = (question: string) => Promise<string>;

/** Codes that each of the two may try. */
const TRIES = 3;

interface Demand {
  readonly url: string;
  readonly keyring: Keyring;
  readonly ask: Ask;
  readonly now: () => Date;
}

/**
 * Two of the three administrators, of two roles and not one person, each by a code of the accounts in the restored copy: the old
 * telephone shows it, or a recovery code on paper does. @returns their names
 * @throws StartProblem where three tries of one of them were wrong, or both are one
 */
export async function demandTwo({ url, keyring, ask, now }: Demand): Promise<readonly [string, string]> {
  const db = createDatabase({ connectionString: url, max: 2 });
  try {
    // No file is opened: the folder is that of nobody.
    const { vault } = await openVault({ keyring, root: '', db: () => db, isReadOnly: true });
    const one = await demandOne(db, vault, { ask, now, which: '1' });
    const other = await demandOne(db, vault, { ask, now, which: '2' });
    if (!areTwoAdministrators(one, other)) throw oneOnly();
    return [nameOf(one), nameOf(other)];
  } finally {
    await db.close();
  }
}

async function demandOne(
  db: Database,
  vault: Vault,
  { ask, now, which }: Pick<Demand, 'ask' | 'now'> & { readonly which: string },
): Promise<PresentAdministrator> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const identifier = (await ask(`管理员 ${which} 登录名 Administrator ${which}, username: `)).trim();
    const code = (await ask('动态口令或恢复码 Code, or recovery code: ')).trim();
    try {
      return await presentAdministrator(db, vault, { identifier, code, at: now() });
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
