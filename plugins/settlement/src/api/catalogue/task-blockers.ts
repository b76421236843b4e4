import type { CatalogueEntry, RemedyAction } from './entry';

const lineBlocker = (
  title: CatalogueEntry['title'],
  explain: CatalogueEntry['explain'],
  action: RemedyAction,
  label: CatalogueEntry['title'],
  severity: CatalogueEntry['severity'] = 'action',
): CatalogueEntry => ({ scope: 'line', severity, title, explain, remedy: { action, label } });

const exclude = { zh: '剔除这些行', en: 'Exclude these lines' };
const edit = { zh: '就地改正', en: 'Correct in place' };

/** What is not in order with the task, the amount, or another payment for the same work. */
export const taskBlockers = {
  'task-unknown': lineBlocker(
    { zh: '本企业没有该任务编号', en: 'No such task of this enterprise' },
    { zh: '本企业没有编号为“{taskNumber}”的任务', en: 'This enterprise has no task "{taskNumber}"' },
    'edit-line',
    edit,
    'error',
  ),
  'task-other-enterprise': lineBlocker(
    { zh: '任务属于其他企业', en: 'Task of another enterprise' },
    { zh: '任务“{taskNumber}”不是本企业发布的', en: 'Task "{taskNumber}" was not published by this enterprise' },
    'edit-line',
    edit,
    'error',
  ),
  'engagement-missing': lineBlocker(
    { zh: '灵工未承揽该任务', en: 'Worker is not engaged on the task' },
    { zh: '该灵工没有承揽任务“{taskNumber}”', en: 'The worker has no engagement on task "{taskNumber}"' },
    'open-task',
    { zh: '查看任务', en: 'Open the task' },
  ),
  'task-not-accepted': lineBlocker(
    { zh: '任务成果未验收', en: 'Work is not accepted' },
    { zh: '承揽状态为“{state}”，验收通过后方可结算', en: 'The engagement is "{state}"; it can be paid once accepted' },
    'accept-task',
    { zh: '去验收', en: 'Accept the work' },
  ),
  'amount-over-accepted': lineBlocker(
    { zh: '金额超过验收余额', en: 'Amount is above what was accepted' },
    {
      zh: '本批应发 {amountFen} 元，验收后未结算余额 {remainingFen} 元',
      en: 'This batch pays {amountFen}, but only {remainingFen} of the accepted amount is unpaid',
    },
    'edit-line',
    edit,
    'error',
  ),
  'duplicate-in-batch': lineBlocker(
    { zh: '批次内重复', en: 'Twice in this batch' },
    { zh: '与第 {firstRow} 行为同一灵工、同一任务、同一金额', en: 'Same worker, task and amount as row {firstRow}' },
    'exclude-lines',
    exclude,
    'error',
  ),
  'paid-in-other-batch': lineBlocker(
    { zh: '已在其他批次结算', en: 'Settled in another batch' },
    {
      zh: '批次 {batchNumber} 已为同一任务支付同一金额（{orderState}）',
      en: 'Batch {batchNumber} already pays the same amount for the same task ({orderState})',
    },
    'exclude-lines',
    exclude,
    'error',
  ),
  'fee-above-amount': lineBlocker(
    { zh: '服务费不小于应发金额', en: 'The fee leaves the worker nothing' },
    {
      zh: '服务费 {feeFen} 元按内扣从应发金额 {amountFen} 元中收取，灵工无所得，请提高金额或剔除该行',
      en: 'The fee of {feeFen} is taken out of the amount of {amountFen}; raise the amount or exclude the line',
    },
    'exclude-lines',
    exclude,
    'error',
  ),
  'net-not-kept': lineBlocker(
    { zh: '约定的税后金额需更多资金', en: 'The promised net needs more money' },
    {
      zh: '跨月付款后税费重新计算，约定的税后金额高于已冻结金额所能支付，请重新结算',
      en: 'Sent in another month the payment bears more tax than the money held for it covers; settle it again',
    },
    'exclude-lines',
    exclude,
  ),
  'limit-line': lineBlocker(
    { zh: '超过单笔限额', en: 'Above the limit of one payment' },
    {
      zh: '单笔最高 {limitFen} 元；请更正金额，或剔除后另行结算',
      en: 'One payment is at most {limitFen}; correct the amount, or exclude the line',
    },
    'exclude-lines',
    exclude,
  ),
  // Stands on what others pay: it holds, as risk does, and an enterprise is told of a hold and no more (`discretion.ts`).
  'limit-worker-month': lineBlocker(
    { zh: '超过灵工月度限额', en: "Above the worker's monthly limit" },
    {
      zh: '本月在全平台的应发连同本批超过上限 {limitFen} 元（按档计）',
      en: 'With this batch, the month over all payers on the platform, counted in bands, is above the limit of {limitFen}',
    },
    'review-risk',
    { zh: '提交风控复核', en: 'Send to risk review' },
    'hold',
  ),
  'limit-payment': lineBlocker(
    { zh: '超过单笔限额（按等级或场景）', en: 'Above the limit of one payment for its class or work' },
    {
      zh: '超过“{limit}”：上限 {bound}；请更正金额，或剔除后另行结算',
      en: 'Above "{limit}": at most {bound}; correct the amount, or exclude the line',
    },
    'exclude-lines',
    exclude,
  ),
  // Stands on what others pay, as `limit-worker-month` does.
  'limit-worker': lineBlocker(
    { zh: '超过灵工限额', en: "Above a worker's limit" },
    { zh: '超过“{limit}”：上限 {bound}，剩余 {rest}', en: 'Above "{limit}": at most {bound}, {rest} is left' },
    'review-risk',
    { zh: '提交风控复核', en: 'Send to risk review' },
    'hold',
  ),
  'limit-enterprise': lineBlocker(
    { zh: '超过企业限额', en: "Above the enterprise's limit" },
    {
      zh: '超过“{limit}”：上限 {bound}，本批之前剩余 {rest}；请剔除部分行，或下一周期再结算',
      en: 'Above "{limit}": at most {bound}, {rest} was left before this batch; exclude lines, or settle them later',
    },
    'exclude-lines',
    exclude,
  ),
  'risk-hold': lineBlocker(
    { zh: '风控暂缓', en: 'Held by risk' },
    { zh: '{reasons}', en: '{reasons}' },
    'review-risk',
    { zh: '提交风控复核', en: 'Send to risk review' },
    'hold',
  ),
  'risk-refused': lineBlocker(
    { zh: '风控拒绝', en: 'Refused by risk' },
    { zh: '{reasons}', en: '{reasons}' },
    'exclude-lines',
    exclude,
  ),
} satisfies Record<string, CatalogueEntry>;
