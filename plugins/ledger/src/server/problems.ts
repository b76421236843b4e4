import { groupedYuanText, problem, type Fen, type Problem } from '@linggong/core/domain';
import type { EntryFault, HandFault } from '../domain';

/** 422: an entry that cannot be booked at all. */
export function badEntry(key: string, fault: EntryFault): Problem {
  return problem(
    422,
    'ledger.bad-entry',
    { zh: `记账分录 ${key} 不合规：${fault.reason}`, en: `Entry ${key} cannot be booked: ${fault.reason}` },
    { extra: { key, ...fault } },
  );
}

/** 422: a posting names accounts outside of the chart, or of an enterprise whose accounts are not open. */
export function unknownAccounts(codes: readonly string[]): Problem {
  return problem(
    422,
    'ledger.unknown-account',
    { zh: `账户未开立：${codes.join('、')}`, en: `No such account: ${codes.join(', ')}` },
    {
      fix: { zh: '先为该企业开立账户', en: 'Open the accounts of this enterprise first' },
      extra: { accounts: codes },
    },
  );
}

/** 409: the same key came before with another body. */
export function keyConflict(keys: readonly string[]): Problem {
  return problem(
    409,
    'ledger.idempotency-conflict',
    {
      zh: `幂等键 ${keys.slice(0, 5).join('、')} 已用于内容不同的记账`,
      en: `Key ${keys.slice(0, 5).join(', ')} was already used with another body`,
    },
    { fix: { zh: '更正请做冲销', en: 'To correct a booking, reverse it' }, extra: { keys: keys.slice(0, 100) } },
  );
}

/** 409: a prepaid account would fall below zero, holds counted. */
export function insufficientFunds(account: string, availableFen: Fen, neededFen: Fen): Problem {
  return problem(
    409,
    'ledger.insufficient-funds',
    {
      zh: `账户 ${account} 可用余额 ${groupedYuanText(availableFen)} 元，需要 ${groupedYuanText(neededFen)} 元`,
      en: `Account ${account} has ${groupedYuanText(availableFen)} yuan available, ${groupedYuanText(neededFen)} needed`,
    },
    { fix: { zh: '请先充值', en: 'Deposit first' }, extra: { account, availableFen, neededFen } },
  );
}

/** 409: stored figures differ from what they are the sum of. Nobody may book on them before a person has looked. */
export function booksBroken(broken: readonly { code: string; figure: string }[]): Problem {
  const named = broken
    .slice(0, 5)
    .map(({ code, figure }) => `${code} ${figure}`)
    .join(', ');
  return problem(
    409,
    'ledger.books-broken',
    {
      zh: `账目核对不符 ${broken.length} 处：${named}`,
      en: `${broken.length} stored figures differ from their postings: ${named}`,
    },
    {
      fix: {
        zh: '请停止付款，由财务与系统管理员核对审计日志',
        en: 'Stop payments; finance and the system administrator must compare the audit log',
      },
      extra: { count: broken.length },
    },
  );
}

/** 422: a hold on an account that is not prepaid. */
export function notPrepaid(account: string): Problem {
  return problem(422, 'ledger.not-prepaid', {
    zh: `账户 ${account} 不是预付账户，不能冻结`,
    en: `Account ${account} is not prepaid and cannot carry a hold`,
  });
}

/** 404: holds that were never opened. */
export function unknownHolds(keys: readonly string[]): Problem {
  return problem(
    404,
    'ledger.unknown-hold',
    { zh: `冻结不存在：${keys.join('、')}`, en: `No such hold: ${keys.join(', ')}` },
    { extra: { keys } },
  );
}

/** 409: more than is outstanding; of a finished hold nothing is. */
export function holdExceeded(key: string, state: string, outstandingFen: Fen, askedFen: Fen): Problem {
  const code = state === 'open' ? 'ledger.hold-exceeded' : 'ledger.hold-finished';
  return problem(
    409,
    code,
    {
      zh: `冻结 ${key}（${state}）剩余 ${groupedYuanText(outstandingFen)} 元，不能动用 ${groupedYuanText(askedFen)} 元`,
      en: `Hold ${key} (${state}) has ${groupedYuanText(outstandingFen)} yuan outstanding, not ${groupedYuanText(askedFen)}`,
    },
    { extra: { key, state, outstandingFen, askedFen } },
  );
}

/** 404: transactions to reverse that were never booked. */
export function unknownTransactions(keys: readonly string[]): Problem {
  return problem(
    404,
    'ledger.unknown-transaction',
    { zh: `记账不存在：${keys.slice(0, 5).join('、')}`, en: `No such transaction: ${keys.slice(0, 5).join(', ')}` },
    { extra: { keys: keys.slice(0, 100) } },
  );
}

/** 409: a reversal is final; book a new entry instead. */
export function reversalOfReversal(keys: readonly string[]): Problem {
  return problem(409, 'ledger.reversal-of-reversal', {
    zh: `${keys.slice(0, 5).join('、')} 本身是冲销，请另记新账`,
    en: `${keys.slice(0, 5).join(', ')} is itself a reversal; book a new entry`,
  });
}

/** 422: the same key twice in one call. */
export function repeatedKey(key: string): Problem {
  return problem(422, 'ledger.duplicate-key', {
    zh: `同一次调用中键 ${key} 重复`,
    en: `Key ${key} stands twice in one call`,
  });
}

const handReasons = {
  'kept-by-business': {
    zh: '账户由业务记录维护，不能手工调整',
    en: 'an account that business records keep is not corrected by hand',
  },
  'crossing-enterprises': {
    zh: '一张凭证只能涉及同一家企业或平台自身的账户',
    en: 'one entry stays within one enterprise, or the platform itself',
  },
  'same-account': { zh: '借贷双方不能是同一账户', en: 'both sides are the same account' },
} as const;

/** 422: postings that are not for people to book. */
export function notByHand(fault: HandFault): Problem {
  const { zh, en } = handReasons[fault.reason];
  const where = 'account' in fault ? fault.account : `#${fault.posting + 1}`;
  return problem(
    422,
    'ledger.not-by-hand',
    { zh: `${where}：${zh}`, en: `${where}: ${en}` },
    {
      field: 'postings',
      fix: { zh: '税费与应付灵工款请在业务页面更正', en: 'Correct taxes and what workers are due where they are kept' },
      extra: { ...fault },
    },
  );
}

/** 409: an entry of a business; reversed by hand it would say another thing than the business does. */
export function businessEntry(key: string, kind: string): Problem {
  return problem(
    409,
    'ledger.business-entry',
    {
      zh: `凭证 ${key} 由业务生成，不能手工冲销`,
      en: `Entry ${key} was booked by its business and is not reversed by hand`,
    },
    {
      fix: { zh: '请在业务页面更正，或另做调账', en: 'Correct it where the business is kept, or book an adjustment' },
      extra: { key, kind },
    },
  );
}

/** 409: an entry is reversed once only. */
export function alreadyReversed(key: string, reversedBy: string): Problem {
  return problem(
    409,
    'ledger.already-reversed',
    { zh: `凭证 ${key} 已被 ${reversedBy} 冲销`, en: `Entry ${key} has been reversed by ${reversedBy}` },
    { extra: { key, reversedBy } },
  );
}
