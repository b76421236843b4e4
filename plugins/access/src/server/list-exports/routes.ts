import { databaseOf } from '@linggong/core';
import { makeFileLink } from '@linggong/vault';
import { fileLinkAnswer } from '@linggong/vault/api';
import {
  EXPORT_DAYS,
  EXPORT_ROWS_AT_ONCE,
  EXPORT_ROWS_MAX,
  exportListParams,
  exportOffer,
  listExportAnswer,
  listExportBody,
  listExportParams,
  ownExports,
} from '../../api/list-export';
import { shanghaiDay } from '@linggong/core/domain';
import { record } from '@linggong/audit';
import { listOf } from '../console/list-registry';
import { seenColumns } from '../console/list-source';
import { route } from '../http/define-route';
import { askExport, exportedList } from './ask-export';
import { ownExportsOf } from './own-exports';
import { exportNotReady, noSuchExport } from './problems';

const offer = route({
  method: 'GET',
  path: '/list-exports/lists/:listName',
  resource: 'own-export',
  action: 'see-offer',
  summary: { zh: '列表可导出的字段', en: 'What of a list can leave in a file' },
  params: exportListParams,
  answers: { 200: exportOffer },
  handle: async ({ account, params, command }) => {
    const { resource } = exportedList(params.listName, account, command.at);
    const shown = Object.entries(seenColumns(resource, account)).filter(([, column]) => column.shown !== false);
    const fields = shown.map(([field, { values }]) => ({ field, ...(values ? { values: [...values] } : {}) }));
    return {
      status: 200,
      body: { rowsAtOnce: EXPORT_ROWS_AT_ONCE, rowsMax: EXPORT_ROWS_MAX, days: EXPORT_DAYS, fields },
    };
  },
});

const own = route({
  method: 'GET',
  path: '/list-exports',
  resource: 'own-export',
  action: 'read',
  summary: { zh: '我的导出', en: 'My exports' },
  answers: { 200: ownExports },
  handle: async ({ strapi, account, command }) => ({
    status: 200,
    body: { items: await ownExportsOf(strapi, account, command.at) },
  }),
});

const ask = route({
  method: 'POST',
  path: '/list-exports',
  resource: 'own-export',
  action: 'ask',
  summary: { zh: '导出列表（后台生成）', en: 'Ask for the file of a list' },
  description: {
    zh: '按申请人的角色、范围和脱敏规则生成，最多一百万行；七天后清除。每次导出写入审计日志。',
    en: 'Made with the role, scope and masks of who asks, up to a million rows; it goes after seven days. Each one is audited.',
  },
  body: listExportBody,
  answers: { 202: listExportAnswer },
  remembers: true,
  handle: async ({ strapi, account, body, command, remember }) =>
    databaseOf(strapi).transaction(async (tx) => {
      const answer = { status: 202 as const, body: await askExport(strapi, tx, account, body, command) };
      await remember(tx, answer);
      return answer;
    }),
});

const download = route({
  method: 'POST',
  path: '/list-exports/:id/download',
  resource: 'own-export',
  action: 'download',
  summary: { zh: '取导出文件', en: 'Take the file of a list' },
  params: listExportParams,
  answers: { 201: fileLinkAnswer },
  handle: async ({ strapi, account, params: { id }, command }) => {
    const link = await databaseOf(strapi).transaction(async (tx) => {
      const kept = await tx.maybeOne<{ list: string; format: string; fileId: string | null; readyAt: Date | null }>(
        `SELECT list, format, file_id AS "fileId", ready_at AS "readyAt" FROM access.list_exports WHERE id = $1 AND account_id = $2 AND role = $3`,
        [id, account.id, account.role],
      );
      const resource = kept && listOf(kept.list);
      if (!kept || !resource) throw noSuchExport();
      if (kept.fileId === null || kept.readyAt === null) throw exportNotReady();
      const { resource: about, name } = exportedList(kept.list, account, command.at).resource;
      const subject = { kind: about, id: name };
      await record(tx, command, {
        action: 'console.take-export',
        subject,
        after: { exportId: id, fileId: kept.fileId },
      });
      return makeFileLink(tx, command.at, {
        fileId: kept.fileId,
        fileName: `${kept.list}-${shanghaiDay(kept.readyAt)}.${kept.format}`,
        sessionId: account.sessionId,
        // The link opens as long as the list may be taken away.
        resource: about,
        action: 'export',
        subject,
      });
    });
    return { status: 201, body: link };
  },
});

export const listExportRoutes = [offer, own, ask, download];
