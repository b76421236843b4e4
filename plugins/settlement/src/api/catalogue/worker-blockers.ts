import type { CatalogueEntry, RemedyAction } from './entry';

const workerBlocker = (
  title: CatalogueEntry['title'],
  explain: CatalogueEntry['explain'],
  action: RemedyAction,
  label: CatalogueEntry['title'],
  severity: CatalogueEntry['severity'] = 'action',
): CatalogueEntry => ({ scope: 'line', severity, title, explain, remedy: { action, label } });

/** What is not in order with the worker, his card or his contracts. */
export const workerBlockers = {
  // What an enterprise is told of everybody whom it has not engaged, registered or not (`discretion.ts`).
  'worker-not-engaged': workerBlocker(
    { zh: '未与本企业建立承揽关系', en: 'Not engaged by this enterprise' },
    {
      zh: '本企业与该证件号码的人员没有承揽或已签协议，不能核对其登记、实名、银行卡与协议；请核对证件号码，或请其登记并承揽任务后复核',
      en: 'This enterprise has neither engaged nor signed with a person of this identity number, so registration, name, card and agreement are not compared; correct the number, or have him register and take the task, then check again',
    },
    'edit-line',
    { zh: '核对证件号码', en: 'Correct the number' },
  ),
  'worker-unknown': workerBlocker(
    { zh: '灵工未登记', en: 'Worker is not registered' },
    { zh: '平台没有该证件号码的灵工', en: 'No worker with this identity number is registered' },
    'register-worker',
    { zh: '登记灵工', en: 'Register the worker' },
  ),
  'worker-name-mismatch': workerBlocker(
    { zh: '姓名与登记不一致', en: 'Name differs from the registration' },
    {
      zh: '表中姓名与该证件号码登记的姓名不同',
      en: 'The name in the sheet is not the one registered for this identity number',
    },
    'edit-line',
    { zh: '就地改正', en: 'Correct in place' },
    'error',
  ),
  'worker-underage': workerBlocker(
    { zh: '灵工未满 16 周岁', en: 'Worker is under 16' },
    { zh: '不满十六周岁不得从业（劳动法第十五条）', en: 'Nobody under sixteen may work (Labour Law art. 15)' },
    'exclude-lines',
    { zh: '剔除这些行', en: 'Exclude these lines' },
    'error',
  ),
  'worker-inactive': workerBlocker(
    { zh: '灵工账户未启用', en: 'Worker is not active' },
    { zh: '灵工当前状态为“{state}”，启用后方可结算', en: 'The worker is "{state}" and can be paid only when active' },
    'activate-worker',
    { zh: '处理灵工状态', en: 'Open the workers' },
  ),
  'real-name-unverified': workerBlocker(
    { zh: '灵工未完成实名认证', en: 'Real name is not verified' },
    { zh: '实名认证状态为“{state}”', en: 'Real-name state is "{state}"' },
    'verify-identity',
    { zh: '发起实名认证', en: 'Start verification' },
  ),
  'card-unregistered': workerBlocker(
    { zh: '收款卡未登记', en: 'Card is not registered' },
    {
      zh: '该卡号不在灵工本人已登记的银行卡中；请更正卡号，或由灵工本人登记此卡后复核',
      en: 'This card is not among the cards of the worker; correct the number, or check again once he has added it',
    },
    'edit-line',
    { zh: '更正卡号', en: 'Correct the card' },
  ),
  'card-not-own': workerBlocker(
    { zh: '收款卡属于他人', en: "Another person's card" },
    {
      zh: '该卡号登记在另一名灵工名下，劳务报酬只能付给本人',
      en: 'The card is registered to somebody else; pay goes to the worker himself only',
    },
    'edit-line',
    { zh: '更正卡号', en: 'Correct the card' },
    'error',
  ),
  'card-holder-mismatch': workerBlocker(
    { zh: '持卡人与灵工姓名不一致', en: "Card is in another person's name" },
    {
      zh: '收款卡的持卡人与灵工实名认证的姓名不同，须改用本人银行卡或先更正登记姓名',
      en: 'The holder of the card is not the verified name of the worker; use a card of his own, or correct the registered name first',
    },
    'edit-line',
    { zh: '更正卡号', en: 'Correct the card' },
    'error',
  ),
  'card-unverified': workerBlocker(
    { zh: '收款卡未通过核验', en: 'Card is not verified' },
    {
      zh: '须核实持卡人为灵工本人；银行卡核验状态为“{state}”',
      en: 'The holder must be the worker himself; the state of the card check is "{state}"',
    },
    'verify-card',
    { zh: '核验银行卡', en: 'Check the cards' },
  ),
  'payee-denied': workerBlocker(
    { zh: '收款人在平台禁止名单中', en: 'Payee is on the deny list' },
    {
      zh: '收款人在平台禁止名单中（{entry}），平台不向其付款；如有异议请其联系平台',
      en: 'The payee is on the deny list of the platform ({entry}) and is not paid; where this is disputed, he asks the platform',
    },
    'exclude-lines',
    { zh: '剔除这些行', en: 'Exclude these lines' },
    'error',
  ),
  // An enterprise is told of a hold and no more (`discretion.ts`).
  'payee-watched': workerBlocker(
    { zh: '收款人在关注名单中', en: 'Payee is on the watch list' },
    {
      zh: '收款人在关注名单中（{entry}），须由风控复核后发放',
      en: 'The payee is on the watch list ({entry}); a risk officer looks before he is paid',
    },
    'review-risk',
    { zh: '提交风控复核', en: 'Send to risk review' },
    'hold',
  ),
  'contract-missing': workerBlocker(
    { zh: '服务协议不覆盖本次结算', en: 'No service agreement covers this payment' },
    {
      zh: '灵工没有覆盖 {day}“{scenario}”的已签服务协议',
      en: 'No signed agreement of the worker covers {scenario} on {day}',
    },
    'send-contract',
    { zh: '批量发起签署', en: 'Send for signing' },
  ),
  'contract-party-mismatch': workerBlocker(
    { zh: '合同签约人与登记身份不一致', en: 'Contract was made in another name' },
    {
      zh: '覆盖本次结算的服务协议不是以灵工现在登记的姓名和证件签署，须重新签署',
      en: 'The agreement that covers this payment was not signed in the name and number under which the worker is registered; have it signed anew',
    },
    'send-contract',
    { zh: '重新签署', en: 'Sign anew' },
  ),
  'tax-authorization-missing': workerBlocker(
    { zh: '未签署涉税事项授权', en: 'Tax agency authorization is missing' },
    {
      zh: '平台代办申报须有灵工书面授权（税务总局公告 2025 年第 16 号第二条）',
      en: 'Filing by the platform needs the written authorization of the worker (STA announcement 2025-16 art. 2)',
    },
    'request-authorization',
    { zh: '批量发起授权', en: 'Request authorization' },
  ),
  'channel-refused': workerBlocker(
    { zh: '付款渠道不受理', en: 'The bank would refuse it' },
    { zh: '{reason}', en: '{reason}' },
    'contact-operator',
    { zh: '更正收款信息或渠道设置', en: 'Correct the payee or the channel' },
  ),
  'tax-refused': workerBlocker(
    { zh: '税费无法计算', en: 'Tax cannot be computed' },
    { zh: '{reason}', en: '{reason}' },
    'contact-operator',
    { zh: '联系税务专员', en: 'Ask the tax officer' },
  ),
} satisfies Record<string, CatalogueEntry>;
