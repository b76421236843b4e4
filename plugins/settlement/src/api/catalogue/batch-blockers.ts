import type { CatalogueEntry, RemedyAction } from './entry';

const batchBlocker = (
  title: CatalogueEntry['title'],
  explain: CatalogueEntry['explain'],
  action: RemedyAction,
  label: CatalogueEntry['title'],
): CatalogueEntry => ({ scope: 'batch', severity: 'action', title, explain, remedy: { action, label } });

/** What stops the whole batch. They stand in `batch.blockers`, never on a line. */
export const batchBlockers = {
  'enterprise-inactive': batchBlocker(
    { zh: '企业未启用', en: 'Enterprise is not active' },
    { zh: '企业当前状态为“{state}”，不能结算', en: 'The enterprise is "{state}" and cannot settle' },
    'contact-operator',
    { zh: '联系运营', en: 'Contact the operator' },
  ),
  'enterprise-denied': batchBlocker(
    { zh: '企业在平台禁止名单中', en: 'Enterprise is on the deny list' },
    {
      zh: '企业在平台禁止名单中（{entry}），不能结算；如有异议请联系平台风控',
      en: 'The enterprise is on the deny list of the platform ({entry}) and cannot settle; ask the platform where this is disputed',
    },
    'contact-operator',
    { zh: '联系运营', en: 'Contact the operator' },
  ),
  'cooperation-missing': batchBlocker(
    { zh: '合作协议不覆盖本次结算', en: 'No cooperation agreement covers this batch' },
    { zh: '企业没有覆盖 {day} 的已签合作协议', en: 'The enterprise has no signed cooperation agreement for {day}' },
    'sign-cooperation',
    { zh: '签署合作协议', en: 'Sign the agreement' },
  ),
  'class-review': batchBlocker(
    { zh: '须经平台逐笔审核', en: 'Every payment is looked at first' },
    {
      zh: '企业当前等级为 {class}，{orders} 笔付款须由平台风控审核通过后才能确认',
      en: 'The enterprise is of class {class}: risk looks at its {orders} payments before they can be confirmed',
    },
    'review-payments',
    { zh: '风控审核', en: 'Review by risk' },
  ),
  'batch-review': batchBlocker(
    { zh: '须经平台整批核实', en: 'The batch is looked at as a whole first' },
    {
      zh: '平台风控须整体核实本批次的 {orders} 笔付款，核实通过后才能确认',
      en: 'Risk looks at the {orders} payments of this batch as a whole before they can be confirmed',
    },
    'review-payments',
    { zh: '风控核实', en: 'Review by risk' },
  ),
  'batch-declined': batchBlocker(
    { zh: '批次被平台风控拒绝', en: 'Risk declined the batch' },
    {
      zh: '平台风控不予确认本批次的 {orders} 笔付款；请核对明细后更正，或联系平台',
      en: 'Risk does not let the {orders} payments of this batch be confirmed; check and correct the lines, or ask the platform',
    },
    'contact-operator',
    { zh: '联系运营', en: 'Contact the operator' },
  ),
  'fee-plan-missing': batchBlocker(
    { zh: '没有生效的服务费方案', en: 'No fee plan in force' },
    { zh: '企业在 {day} 没有生效的服务费方案', en: 'The enterprise has no fee plan in force on {day}' },
    'set-fee-plan',
    { zh: '配置服务费方案', en: 'Set a fee plan' },
  ),
  'deposit-insufficient': batchBlocker(
    { zh: '预存款不足', en: 'Deposit is too low' },
    {
      zh: '需冻结 {neededFen} 元，可用 {availableFen} 元，差 {missingFen} 元',
      en: '{neededFen} is needed, {availableFen} is available, {missingFen} is missing',
    },
    'top-up-deposit',
    { zh: '查看入金账户', en: 'Show where to pay in' },
  ),
  'nothing-payable': batchBlocker(
    { zh: '没有可发放的行', en: 'Nothing can be paid' },
    { zh: '所有行均被阻断、暂缓或剔除', en: 'Every line is blocked, held or excluded' },
    'edit-line',
    { zh: '处理阻断', en: 'Clear the blockers' },
  ),
} satisfies Record<string, CatalogueEntry>;
