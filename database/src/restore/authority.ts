import { readFile } from 'node:fs/promises';
import {
  emergencyPauseMinutes,
  giveGrantBack,
  grantFault,
  markEmergency,
  openGrant,
  spendGrant,
  takeEmergencyCode,
  toLatest,
  unmarkEmergency,
  type GrantFault,
  type Manifest,
  type RestoreGrant,
  type SealedStore,
} from '@linggong/continuity';
import { StartProblem } from '../start-problem';
import type { RestoreOrder } from './restore-order';
import { demandTwo, useUp, type Ask, type Present } from './two-administrators';

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
  /** Whether it is asked of the newest copy, where what is wanted is an older one: who has lost his place since has none in it. */
  readonly asksNewest: boolean;
  /** Before anything is restored. @throws StartProblem */
  take(manifest: Pick<Manifest, 'system'>): Promise<void>;
  /** Nothing was restored, or it is gone again. */
  giveBack(): Promise<void>;
  /** On the restored copy, before anybody else has it; asked again it says what it said. @throws StartProblem: the copy has to go */
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
  let use: string | undefined;
  return {
    wanted: { backup, system, to: to === toLatest ? undefined : new Date(to) },
    asksNewest: false,
    take: async () => {
      use = await spendGrant(sealed, grant, now());
      if (use === undefined) throw usedUp(grant);
    },
    giveBack: async () => {
      if (use !== undefined) await giveGrantBack(sealed, use);
      use = undefined;
    },
    confirm: async () => ({ by: 'grant', reason, askedBy, decidedBy, grant: id }),
  };
}

/** Nobody serves, so nobody can be asked there: two administrators of the copy itself show that they are here. */
function emergency(order: RestoreOrder, reason: string, { sealed, ask, now }: AuthorityTools): Authority {
  const { keyring } = sealed;
  const { to, backup, system } = order;
  let mark: string | undefined;
  let present: Present | undefined;
  return {
    wanted: { to, backup, system },
    asksNewest: true,
    take: async (manifest) => {
      mark = await markEmergency(sealed, manifest.system, { at: now(), reason });
      if (mark === undefined) throw tooSoon();
    },
    giveBack: async () => {
      if (mark !== undefined) await unmarkEmergency(sealed, mark);
      mark = undefined;
    },
    confirm: async ({ url, manifest }) => {
      if (present) {
        await useUp({ url, keyring }, present);
      } else {
        const held = mark;
        // Until the codes were right the mark stays, whatever happens: tries are bounded by the hour.
        mark = undefined;
        const takeCode = (code: string): Promise<boolean> => takeEmergencyCode(sealed, manifest.system, code, now());
        present = await demandTwo({ url, keyring, ask, now, takeCode });
        mark = held;
      }
      const [askedBy, decidedBy] = present.names;
      return { by: 'emergency', reason, askedBy, decidedBy };
    },
  };
}

function tooSoon(): StartProblem {
  return new StartProblem({
    zh: `${emergencyPauseMinutes} 分钟内已开始过一次紧急恢复，请稍后再试。`,
    en: `Another emergency was begun less than ${emergencyPauseMinutes} minutes ago: try later.`,
  });
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
    zh: `该恢复授权已使用，或正被另一次恢复使用（${id}）。再次恢复须重新申请。`,
    en: `The grant has been used, or another restore is using it (${id}). Another restore takes another grant.`,
  });
}
