import { apiRoutes, route, type Locale } from '@linggong/access';
import { databaseOf } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import {
  statementAnswer,
  statementQuery,
  trialBalanceAnswer,
  trialBalanceQuery,
  type AccountBalanceAnswer,
} from '../api';
import type { AccountBalance } from './balances';
import { statement } from './statement';
import { trialBalance } from './trial-balance';

const readTrialBalance = route({
  method: 'GET',
  path: '/ledger/trial-balance',
  resource: 'ledger-account',
  action: 'trial-balance',
  summary: { zh: '试算平衡表', en: 'Trial balance' },
  description: {
    zh: '任一过去时点（按发生时间）各账户的借方、贷方与余额。全部账户的余额合计恒为零；企业只见本企业的账户。',
    en: 'Debits, credits and balance of every account at any past instant, by event time. Over all accounts the balance is zero; an enterprise sees its own accounts.',
  },
  query: trialBalanceQuery,
  answers: { 200: trialBalanceAnswer },
  handle: async ({ strapi, query, scope, command, http }) => {
    const own = scope.kind === 'enterprise' ? scope.enterpriseId : undefined;
    if (own !== undefined && query.enterpriseId !== undefined && query.enterpriseId !== own) throw noAccount();
    const enterpriseId = own ?? query.enterpriseId;
    const filter = enterpriseId === undefined ? {} : { enterpriseId };
    const told = await trialBalance(databaseOf(strapi), query.at ?? command.at, filter, query.knownAt);
    const accounts = told.accounts.map((account) => accountAnswer(account, http.locale));
    return { status: 200, body: { at: told.at, accounts, totals: told.totals } };
  },
});

const readStatement = route({
  method: 'GET',
  path: '/ledger/statement',
  resource: 'ledger-account',
  action: 'statement',
  summary: { zh: '明细账', en: 'Account statement' },
  query: statementQuery,
  answers: { 200: statementAnswer },
  handle: async ({ strapi, query, scope }) => {
    const isOwn =
      scope.kind === 'all' || (scope.kind === 'enterprise' && query.account.endsWith(`:${scope.enterpriseId}`));
    if (!isOwn) throw noAccount();
    return { status: 200, body: await statement(databaseOf(strapi), query.account, query.from, query.to) };
  },
});

function noAccount(): Error {
  return notFound({ zh: '账户', en: 'account' });
}

function accountAnswer(account: AccountBalance, locale: Locale): AccountBalanceAnswer {
  const isChinese = locale === 'zh';
  return {
    code: account.code,
    subjectCode: account.subjectCode,
    subjectName: isChinese ? account.subjectNameZh : account.subjectNameEn,
    kind: account.kind,
    name: isChinese ? account.nameZh : account.nameEn,
    enterpriseId: account.enterpriseId,
    debitFen: account.debitFen,
    creditFen: account.creditFen,
    balanceFen: account.balanceFen,
    heldFen: account.heldFen,
    availableFen: account.availableFen,
  };
}

export const ledgerRoutes = apiRoutes([readTrialBalance, readStatement]);
