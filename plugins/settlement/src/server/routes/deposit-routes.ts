import { keysetPage, route, withUploadedFile } from '@linggong/access';
import { streamDigest } from '@linggong/core';
import {
  depositAnswer,
  depositImportAnswer,
  depositImportQuery,
  depositPage,
  depositQuery,
  depositRequest,
} from '../../api';
import { readDepositFile } from '../deposits/deposit-rows';
import { shownDeposit } from '../deposits/shown-deposit';
import { demandSmall, needsNobody } from '../deposits/small-deposits';
import { DEPOSIT_FROM, depositRowView, depositSelect, depositView, type StoredDeposit } from '../read/deposit-view';
import { settlementOf, toolsOf } from '../services';
import { lineDepositRoutes } from './line-deposit-routes';
import { scopeCondition } from './within';

const record = route({
  method: 'POST',
  path: '/deposits',
  resource: 'deposit',
  action: 'record',
  summary: { zh: '登记来账', en: 'Record a deposit' },
  description: {
    zh: '银行对账单中没有同日对应来账（本人导入的对账单不算）、且超过小额标准的，由财务审批复核后入账。同一子账户、银行流水号与到账日期只入账一次：重复提交返回同一笔来账。未填到账时间时，已有的流水号视为同一笔。付款人户名与企业不一致的，须填写理由。',
    en: 'Where no line of a statement tells of it on that day (none that you brought yourself counts) and it is above the small amounts, a finance approver decides. A serial books once for each sub-account and day received: the same notice again answers with the same deposit. Where no time is given, a serial that stands already is the same receipt. Money of a payer who does not bear the name of the enterprise needs a reason.',
  },
  body: depositRequest,
  answers: { 201: depositAnswer },
  remembers: true,
  isSmall: ({ strapi, body, command }) => needsNobody(toolsOf(strapi).database, body, command),
  shows: async ({ body }, rehearsed) => shownDeposit(body, rehearsed),
  handle: async ({ strapi, body, command, remember }) => {
    const id = await settlementOf(strapi).recordDeposit(command, body, async (tx, depositId) => {
      await remember(tx, { status: 201, body: await depositView(tx, depositId) });
      // Last, so that what is only asked for has been taken back already.
      if (command.approvalId === undefined) await demandSmall(tx, [depositId], command);
    });
    return { status: 201, body: await depositView(toolsOf(strapi).database, id) };
  },
});

const list = route({
  method: 'GET',
  path: '/deposits',
  resource: 'deposit',
  action: 'list',
  summary: { zh: '入金列表', en: 'List deposits' },
  query: depositQuery,
  answers: { 200: depositPage },
  handle: async ({ strapi, scope, query }) => {
    const page = await keysetPage<StoredDeposit>(
      toolsOf(strapi).database,
      {
        select: depositSelect,
        from: DEPOSIT_FROM,
        where: [
          ...scopeCondition(scope, 'd.enterprise_id'),
          ...(query.enterpriseId ? [{ sql: 'd.enterprise_id = $1', values: [query.enterpriseId] }] : []),
        ],
        id: { sql: 'd.id', type: 'int' },
        direction: 'DESC',
      },
      query,
    );
    return { status: 200, body: { ...page, items: page.items.map(depositRowView) } };
  },
});

const importFile = route({
  method: 'POST',
  path: '/deposits/imports',
  resource: 'deposit',
  action: 'import',
  summary: { zh: '批量登记来账', en: 'Record deposits from a file' },
  description: {
    zh: '表单字段 file：银行入金流水（CSV 或 XLSX，最多 500 行）。没有银行对账单佐证（本人导入的不算）、超过小额标准的不能批量入账。任一行的收款账号、流水号或金额不符，或付款人与企业不一致而没有代付理由，整个文件均不入账。',
    en: 'Form field file: receipts of a bank (CSV or XLSX, at most 500 rows). What no statement backs, or one that you brought yourself, and is above the small amounts is not booked by a file. Where the account, serial or amount of any row is wrong, or another than the enterprise paid and no reason is given, nothing of the file is booked.',
  },
  query: depositImportQuery,
  upload: ['multipart/form-data'],
  digest: (request) => withUploadedFile(request, ({ stream }) => streamDigest(stream)),
  answers: { 201: depositImportAnswer },
  remembers: true,
  handle: async ({ strapi, query, command, http, remember }) => {
    const file = await withUploadedFile(http.request, ({ stream, name }) => readDepositFile(stream, name));
    const { rows, sha256 } = file;
    const body = await settlementOf(strapi).importDeposits(
      command,
      { rows, enterpriseId: query.enterpriseId },
      async (tx, answer) => {
        await remember(tx, { status: 201, body: answer }, sha256);
        await demandSmall(tx, answer.depositIds, command);
      },
    );
    return { status: 201, body };
  },
});

export const depositRoutes = [importFile, record, ...lineDepositRoutes, list];
