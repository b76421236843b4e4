import { readFile } from 'node:fs/promises';
import {
  giveGrantBack,
  grantFault,
  openGrant,
  spendGrant,
  toLatest,
  type GrantFault,
  type Manifest,
  type RestoreGrant,
  type SealedStore,
} from '@linggong/continuity';
import { StartProblem } from '../start-problem';
import type { RestoreOrder } from './restore-order';
import { demandTwo, type Ask } from './two-administrators';

/** Who lets a restore be done, as it is written down in what was restored. */
export interface Allowed {
  readonly by: 'grant' | 'emergency';
  readonly reason: string;
  readonly askedBy: string;
  readonly decidedBy: string;
  readonly grant?: string;
}

/** By whose word a restore is done (恢复授权). */
export interface Authority {
  /** What it is for: of a grant what it says, else what was named. */
  readonly wanted: Pick<RestoreOrder, 'to' | 'backup' | 'system'>;
  /** Before anything is restored. @throws StartProblem */
  take(): Promise<void>;
  /** Nothing was restored. */
  giveBack(): Promise<void>;
  /** On the restored copy, before anybody else has it. @throws StartProblem: the copy has to go */
  confirm(copy: RestoredCopy): Promise<Allowed>;
}

export interface RestoredCopy {
  /** With rights to read the accounts of the three administrators and to use a code up. */
  readonly url: string;
  readonly manifest: Manifest;
}

/** What the authority of a restore looks at and asks. */
export interface AuthorityTools {
  readonly sealed: SealedStore;
  readonly ask: Ask;
  readonly now: () => Date;
}

/** @throws StartProblem for a grant that is none, is over, or is for something else */
export async function authorityOf(order: RestoreOrder, tools: AuthorityTools): Promise<Authority> {
  if (order.by.kind === 'emergency') return emergency(order, order.by.reason, tools);
  const text = await readFile(order.by.file, 'utf8').catch(() => '');
  const grant = await openGrant(tools.sealed.keyring, text);
  if (!grant) throw noGrant(order.by.file);
  const { backup, system } = order;
  const named = { backup, system, to: order.named ? (order.to?.toISOString() ?? toLatest) : undefined };
  const fault = grantFault(grant, named, tools.now());
  if (fault) throw unfit(fault, grant);
  return granted(grant, tools);
}

function granted(grant: RestoreGrant, { sealed, now }: AuthorityTools): Authority {
  const { id, backup, system, to, reason, askedBy, decidedBy } = grant;
  return {
    wanted: { backup, system, to: to === toLatest ? undefined : new Date(to) },
    take: async () => {
      if (!(await spendGrant(sealed, grant, now()))) throw usedUp(grant);
    },
    giveBack: () => giveGrantBack(sealed, grant),
    confirm: async () => ({ by: 'grant', reason, askedBy, decidedBy, grant: id }),
  };
}

/** Nobody serves, so nobody can be asked there: two administrators of the copy itself show that they are here. */
function emergency(order: RestoreOrder, reason: string, { sealed, ask, now }: AuthorityTools): Authority {
  const { to, backup, system } = order;
  return {
    wanted: { to, backup, system },
    take: async () => undefined,
    giveBack: async () => undefined,
    confirm: async ({ url }) => {
      const [askedBy, decidedBy] = await demandTwo({ url, keyring: sealed.keyring, ask, now });
      return { by: 'emergency', reason, askedBy, decidedBy };
    },
  };
}

function noGrant(file: string): StartProblem {
  return new StartProblem({
    zh: `${file} 不是本系统的恢复授权，或已被改动。请由系统管理员在“备份”页面申请恢复，安全管理员批准后取得授权文件；平台已不可用时用 --emergency。`,
    en: `${file} is no grant of this installation, or was changed. The system administrator asks for the restore on the page of the backups, and takes the grant once the security administrator approved it; where the platform is gone: --emergency.`,
  });
}

const faults: Readonly<Record<GrantFault, { zh: string; en: string }>> = {
  expired: { zh: '已过期', en: 'has expired' },
  'other-backup': { zh: '是另一份备份的', en: 'is for another backup' },
  'other-system': { zh: '是另一套系统的', en: 'is for another installation' },
  'other-instant': { zh: '是恢复到另一时刻的', en: 'is for another instant' },
};

function unfit(fault: GrantFault, { backup, to, expiresAt }: RestoreGrant): StartProblem {
  const { zh, en } = faults[fault];
  return new StartProblem({
    zh: `该恢复授权${zh}（备份 ${backup}，时刻 ${to}，截止 ${expiresAt}）。请重新申请。`,
    en: `The grant ${en} (backup ${backup}, instant ${to}, until ${expiresAt}). Ask for another.`,
  });
}

function usedUp({ id }: RestoreGrant): StartProblem {
  return new StartProblem({
    zh: `该恢复授权已使用（${id}）。再次恢复须重新申请。`,
    en: `The grant has been used (${id}). Another restore takes another grant.`,
  });
}
