import {
  groupedYuanText,
  problem,
  shanghaiMinute,
  type Fen,
  type Month,
  type Problem,
  type Text2,
} from '@linggong/core/domain';
import { batchStateTitles } from '../api';
import type { BatchAction, BatchState } from '../domain';

/** The expected refusals of settlement. Codes are stable; the README lists them with their messages. */

export const batchKind = { zh: '结算批次', en: 'settlement batch' };

const actionNames: Readonly<Record<BatchAction, Text2>> = {
  check: { zh: '校验', en: 'be checked' },
  quote: { zh: '报价', en: 'be quoted' },
  expire: { zh: '失效', en: 'expire' },
  confirm: { zh: '确认', en: 'be confirmed' },
  release: { zh: '放款', en: 'be released' },
  pay: { zh: '发放', en: 'be paid' },
  complete: { zh: '完成', en: 'be completed' },
  cancel: { zh: '取消', en: 'be cancelled' },
};

/** The batch has moved on – often by somebody else, a moment before. */
export function actionNotAllowed(state: BatchState, action: BatchAction, allowed: readonly BatchAction[]): Problem {
  const [title, name] = [batchStateTitles[state], actionNames[action]];
  return problem(
    409,
    'illegal-transition',
    { zh: `批次当前为“${title.zh}”，不能${name.zh}`, en: `The batch is "${title.en}" and cannot ${name.en}` },
    {
      fix: { zh: '请刷新页面，按批次的最新状态处理', en: 'Reload it and go on from where it stands now' },
      extra: { state, action, allowed },
    },
  );
}

export function enterpriseUnknown(): Problem {
  return problem(404, 'not-found', { zh: '没有找到该企业', en: 'No such enterprise' }, { field: 'enterpriseId' });
}

export function enterpriseMissing(): Problem {
  return problem(
    400,
    'enterprise-missing',
    { zh: '请指明为哪家企业结算', en: 'Say for which enterprise the batch is' },
    { field: 'enterpriseId' },
  );
}

export function bodyBroken(): Problem {
  return problem(400, 'body-broken', { zh: '请求内容不完整', en: 'The request body was cut off' });
}

export function sameSheet(number: string): Problem {
  return problem(
    409,
    'sheet-already-uploaded',
    { zh: `同一文件已作为批次 ${number} 上传`, en: `The same file was uploaded as batch ${number}` },
    {
      fix: {
        zh: '如确需再次结算，请以 again=true 重新上传',
        en: 'If it is to be paid once more, upload it again with again=true',
      },
      extra: { number },
    },
  );
}

export function quoteStale(currentVersion: number, extra: Record<string, unknown> = {}): Problem {
  return problem(
    409,
    'quote-stale',
    {
      zh: `报价已变化，当前为第 ${currentVersion} 版，请核对后重新确认`,
      en: `The quote has changed; it is now version ${currentVersion}. Look at it and confirm again`,
    },
    { field: 'quoteVersion', extra: { quoteVersion: currentVersion, ...extra } },
  );
}

/** The new quote is not there yet: a large batch, or somebody else took it. */
export function quoteRenewing(cause: string, runId: string): Problem {
  return problem(
    409,
    'quote-stale',
    { zh: '报价依据已变化，正在重新报价', en: 'What the quote stood on has changed; it is being quoted anew' },
    {
      field: 'quoteVersion',
      fix: { zh: '请在新报价生成后核对并重新确认', en: 'Look at the new quote when it is there, and confirm again' },
      extra: { cause, job: { id: runId } },
    },
  );
}

export function quoteExpired(): Problem {
  return problem(
    409,
    'quote-expired',
    { zh: '报价已失效', en: 'The quote has expired' },
    { fix: { zh: '请重新校验以取得新报价', en: 'Check the batch again for a new quote' } },
  );
}

export function nothingPayable(): Problem {
  return problem(409, 'nothing-payable', { zh: '没有可发放的行', en: 'No line is ready to be paid' });
}

/** Nobody has to look at the payments: the class does not ask for it, or somebody has. */
export function classReviewNotAsked(): Problem {
  return problem(409, 'class-review-not-asked', {
    zh: '本批次的付款不需要逐笔审核，或已审核通过',
    en: 'The payments of this batch need no look by a person, or somebody has taken them',
  });
}

/** Risk does not wait for anybody: it approved the batch, declined it, or somebody let it go. */
export function batchReviewNotAsked(): Problem {
  return problem(409, 'batch-review-not-asked', {
    zh: '本批次不需要整批核实：风控已通过或已拒绝，或已核实放行',
    en: 'This batch needs no look as a whole: risk approved or declined it, or somebody let it go',
  });
}

export function batchBlocked(codes: readonly string[]): Problem {
  return problem(
    409,
    'batch-blocked',
    { zh: `批次被阻断：${codes.join('、')}`, en: `The batch is blocked: ${codes.join(', ')}` },
    { extra: { blockers: codes } },
  );
}

export function depositInsufficient(neededFen: Fen, availableFen: Fen): Problem {
  const missing = groupedYuanText(neededFen - availableFen);
  return problem(
    409,
    'deposit-insufficient',
    {
      zh: `预存款不足：需 ${groupedYuanText(neededFen)} 元，可用 ${groupedYuanText(availableFen)} 元，差 ${missing} 元`,
      en: `The deposit is too low: ${groupedYuanText(neededFen)} needed, ${groupedYuanText(availableFen)} available, ${missing} missing`,
    },
    {
      fix: { zh: '请先向备付子账户汇入差额', en: 'Pay the difference into the sub-account first' },
      extra: { neededFen: Number(neededFen), availableFen: Number(availableFen) },
    },
  );
}

export function samePerson(): Problem {
  return problem(403, 'second-person-needed', {
    zh: '放款须由确认人以外的人执行',
    en: 'Somebody other than who confirmed must release',
  });
}

export function ordersUnfit(codes: readonly string[]): Problem {
  return problem(
    409,
    'orders-unfit',
    {
      zh: `没有可放款的订单：灵工或收款卡状态已变（${codes.join('、')}）`,
      en: `No order may be released: workers or cards have changed since the confirmation (${codes.join(', ')})`,
    },
    {
      fix: { zh: '请取消该批次，处理后重新结算', en: 'Cancel the batch, clear the reasons, and settle again' },
      extra: { reasons: codes },
    },
  );
}

export function lineExcluded(): Problem {
  return problem(
    409,
    'line-excluded',
    { zh: '该行已剔除，不能改正', en: 'The line is excluded and cannot be corrected' },
    { fix: { zh: '请先重新校验该行以恢复', en: 'Check the line again first; that brings it back' } },
  );
}

export function batchInWork(): Problem {
  return problem(
    409,
    'batch-in-work',
    { zh: '批次正在校验，请稍候', en: 'The batch is being checked; wait for it to finish' },
    { fix: { zh: '校验完成后重试', en: 'Try again when the check has ended' } },
  );
}

export function serialReused(): Problem {
  return problem(
    409,
    'deposit-serial-reused',
    { zh: '该银行流水号已登记为另一笔来账', en: 'This bank serial was recorded for another deposit' },
    { field: 'bankSerial', fix: { zh: '请核对银行回单', en: 'Compare it with the bank slip' } },
  );
}

export function receivedOutside({ from, to }: { from: Date; to: Date }): Problem {
  const [first, last] = [shanghaiMinute(from), shanghaiMinute(to)];
  return problem(
    422,
    'deposit-received-at',
    {
      zh: `到账时间应在北京时间 ${first} 与 ${last} 之间`,
      en: `A deposit is received between ${first} and ${last} (Beijing time)`,
    },
    {
      field: 'receivedAt',
      fix: { zh: '请按银行回单填写到账时间', en: 'Give the time on the bank slip' },
      extra: { from: from.toISOString(), to: to.toISOString() },
    },
  );
}

/** 422: the payer is not the enterprise, and nobody said why its money may be booked all the same. */
export function payerDiffers(): Problem {
  return problem(
    422,
    'deposit-payer-differs',
    {
      zh: '付款人户名与企业登记名称不一致：第三方代付会使合同、发票、资金三流不一致，并有洗钱风险',
      en: 'The payer does not bear the registered name of the enterprise: money of a third party breaks the match of contract, invoice and funds (三流一致) and may be laundered',
    },
    {
      field: 'reason',
      fix: {
        zh: '请核对银行回单：误付的原路退回；确属代付的，取得代付说明后填写理由再入账',
        en: 'Compare it with the bank slip: return what was paid by mistake; where it is meant, obtain the statement of the payer, and give the reason',
      },
    },
  );
}

export function payerUnknown(): Problem {
  return problem(
    422,
    'deposit-payer-missing',
    { zh: '对账单没有付款人，请填写付款人', en: 'The statement names no payer: say who paid' },
    { field: 'payerName' },
  );
}

export function accountMismatch(): Problem {
  return problem(
    422,
    'deposit-account-mismatch',
    { zh: '收款子账户不属于该企业', en: 'The sub-account does not belong to this enterprise' },
    { field: 'subAccountNumber', fix: { zh: '请核对企业与子账户', en: 'Check enterprise and sub-account' } },
  );
}

export function enterpriseHasOpenBatches(numbers: readonly string[]): Problem {
  const named = { zh: numbers.join('、'), en: numbers.join(', ') };
  return problem(
    409,
    'enterprise-has-open-batches',
    { zh: `企业还有未结束的批次：${named.zh}`, en: `The enterprise has batches that have not ended: ${named.en}` },
    {
      fix: { zh: '请先发放完毕或取消这些批次', en: 'Pay or cancel these batches first' },
      extra: { batches: numbers },
    },
  );
}

export function enterpriseHasMoney(bankFen: Fen, depositFen: Fen): Problem {
  const [bank, deposit] = [groupedYuanText(bankFen), groupedYuanText(depositFen)];
  return problem(
    409,
    'enterprise-has-money',
    {
      zh: `企业子账户尚有 ${bank} 元（其中预存款 ${deposit} 元），不能清退`,
      en: `The enterprise's sub-account still holds ${bank} yuan (of it ${deposit} deposit), so it cannot leave yet`,
    },
    {
      fix: {
        zh: '请先原路退还预存款并缴清代扣税费；在此之前可先暂停该企业',
        en: 'Return the deposit to its payer and pay the withheld taxes first; until then the enterprise can be suspended',
      },
      extra: { bankFen, depositFen },
    },
  );
}

export function enterpriseHasUnbilled(month: Month): Problem {
  return problem(
    409,
    'enterprise-has-unbilled-months',
    {
      zh: `企业 ${month} 的月保底差额尚未出账，不能清退`,
      en: `The minimum fee of ${month} is not billed yet, so the enterprise cannot leave`,
    },
    {
      fix: { zh: '请先为该月出具并结清服务费账单', en: 'Issue and settle the bill of that month first' },
      extra: { month },
    },
  );
}

export function enterpriseOwesFees(owedFen: Fen): Problem {
  const owed = groupedYuanText(owedFen);
  return problem(
    409,
    'enterprise-owes-fees',
    {
      zh: `企业尚有未结清的服务费 ${owed} 元，不能清退`,
      en: `The enterprise has ${owed} yuan of fees unsettled and cannot leave yet`,
    },
    {
      fix: { zh: '请先出具并结清服务费账单', en: 'Issue and settle the bill of its fees first' },
      extra: { owedFen },
    },
  );
}
