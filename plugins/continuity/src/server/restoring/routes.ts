import { decidedApproval, route } from '@linggong/access';
import { idParams } from '@linggong/access/api';
import { record } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { restoreBody, restoreGrantAnswer } from '../../api';
import { grantHours, toLatest, type RestoreGrant } from '../../domain';
import { keeperOf } from '../keeper';
import { sealGrant } from './sealed-grant';

interface GoodBackup {
  readonly code: string;
  readonly system: string;
  readonly method: string;
  readonly finishedAt: Date;
}

/** @throws Problem 404 where there is none that could be restored */
async function goodBackup(db: Queryable, id: number): Promise<GoodBackup> {
  const backup = await db.maybeOne<GoodBackup>(
    `SELECT code, system, method, finished_at AS "finishedAt" FROM continuity.backups WHERE id = $1 AND state = 'good'`,
    [id],
  );
  if (!backup) throw notFound({ zh: '备份', en: 'backup' });
  return backup;
}

/** What two administrators allow, by the approval that stands behind it; undefined in a rehearsal, which has none. */
async function grantOf(
  db: Queryable,
  { approvalId, at }: Command,
  { code, system }: GoodBackup,
  { to, reason }: { readonly to: string; readonly reason: string },
): Promise<RestoreGrant | undefined> {
  const decided = approvalId === undefined ? undefined : await decidedApproval(db, approvalId);
  if (approvalId === undefined || decided === undefined) return undefined;
  const expiresAt = new Date(at.getTime() + grantHours * 3_600_000).toISOString();
  return { form: 1, id: approvalId, system, backup: code, to: instantOf(to), reason, ...decided, expiresAt };
}

const instantOf = (to: string): string => (to === toLatest ? to : new Date(to).toISOString());

const restoring = route({
  method: 'POST',
  path: '/backups/:id/restore',
  resource: 'backup',
  action: 'restore',
  summary: { zh: '申请恢复备份', en: 'Ask for the restore of a backup' },
  description: {
    zh: '系统管理员申请，安全管理员以双因素批准后，申请人取得恢复授权文件（一次）。恢复命令只接受该备份、24 小时内、未使用的授权。',
    en: 'Asked by the system administrator; once the security administrator approved it, who asked takes the grant, once. The command that restores takes a grant for this backup, within 24 hours, and once.',
  },
  params: idParams,
  body: restoreBody,
  answers: { 201: restoreGrantAnswer },
  // A grant is shown once; what is remembered is that the approval is spent.
  unkept: true,
  remembers: true,
  shows: async ({ strapi, params, body }) => {
    const { code, method, finishedAt } = await goodBackup(keeperOf(strapi).db, params.id);
    const what = { backup: code, method, finishedAt: finishedAt.toISOString(), to: instantOf(body.to) };
    return {
      subject: { id: params.id, label: code },
      before: { ...what, restored: false },
      after: { ...what, restored: true },
    };
  },
  handle: async ({ strapi, params, body, command, remember }) => {
    const keeper = keeperOf(strapi);
    return keeper.db.transaction(async (tx) => {
      const backup = await goodBackup(tx, params.id);
      const grant = await grantOf(tx, command, backup, body);
      const { expiresAt = command.at.toISOString(), to = body.to } = grant ?? {};
      const { keyring } = await keeper.sealed();
      await record(tx, command, {
        action: 'backup.grant-restore',
        subject: { kind: 'backup', id: backup.code },
        after: { to, expiresAt },
      });
      const text = grant === undefined ? '' : await sealGrant(keyring, grant);
      const answer = { status: 201 as const, body: { grant: text, backup: backup.code, expiresAt } };
      await remember(tx, answer);
      return answer;
    });
  },
});

export const restoringRoutes = [restoring];
