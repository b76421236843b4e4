import { ratingFacts, standingTexts } from '@linggong/risk/api';
import { useText2 } from '../parts/text2';

/** Words of ratings, checks at registers and offboardings; they come with their pages. */
const words = {
  card: { zh: '企业评级', en: 'Rating' },
  open: { zh: '查看评级', en: 'Open the rating' },
  notRated: { zh: '尚未评级', en: 'Not rated yet' },
  notRatedLead: {
    zh: '完成一次信用核查后即可评级；每日夜间也会自动评级。',
    en: 'It is rated once its credit was checked, and every night.',
  },
  class: { zh: '等级', en: 'Class' },
  cost: { zh: '费用', en: 'Cost' },
  checkedBy: { zh: '核查人', en: 'Checked by' },
  checkedAt: { zh: '核查时间', en: 'Checked at' },
  score: { zh: '评分', en: 'Score' },
  since: { zh: '该等级起始', en: 'In this class since' },
  lookedAt: { zh: '最近评定', en: 'Last rated' },
  computed: { zh: '规则评定', en: 'By the tables' },
  version: { zh: '规则版本', en: 'Versions of the tables' },
  reasons: { zh: '扣分理由', en: 'Why points were taken' },
  noReasons: { zh: '没有扣分。', en: 'No points were taken.' },
  points: { zh: '扣 %d 分', en: '%d points' },
  from: { zh: '原 %s 类', en: 'was class %s' },
  cap: { zh: '最高 %s 类', en: 'at best class %s' },
  suspends: { zh: '按规则立即暂停', en: 'Suspended by rule' },
  facts: { zh: '评级依据', en: 'What the rating stands on' },
  unknown: { zh: '没有数据（不扣分）', en: 'Not known (takes nothing)' },
  unknownInvoices: { zh: '发票异常数据随发票功能提供', en: 'Anomalies of invoices come with invoices' },
  policy: { zh: '该等级的政策', en: 'What the class means' },
  prepayPercent: { zh: '预付比例', en: 'Prepayment' },
  samplingFactor: { zh: '抽查倍数', en: 'Sampling' },
  times: { zh: '%d 倍', en: '%d ×' },
  reviewDepth: { zh: '审核深度', en: 'Depth of review' },
  usual: { zh: '常规', en: 'Usual' },
  closer: { zh: '加强', en: 'Closer' },
  full: { zh: '逐笔', en: 'Every payment' },
  releaseFen: { zh: '免复核放款上限', en: 'Released without a second look' },
  feeTier: { zh: '费率档', en: 'Fee tier' },
  standard: { zh: '标准', en: 'Standard' },
  raised: { zh: '上浮', en: 'Raised' },
  high: { zh: '高档', en: 'High' },
  recheckDays: { zh: '信用核查间隔', en: 'Days between credit checks' },
  days: { zh: '%d 天', en: '%d days' },
  history: { zh: '评级历史', en: 'History' },
  overrideOf: { zh: '人工调级 %s', en: 'Override %s' },
  nightly: { zh: '夜间评级', en: 'Nightly' },
  'credit-check': { zh: '信用核查后', en: 'After a credit check' },
  event: { zh: '业务变动', en: 'Step of the enterprise' },
  override: { zh: '人工调级', en: 'Override' },
  asked: { zh: '人工发起', en: 'Asked for' },
  scheduled: { zh: '定期核查', en: 'Scheduled' },
  'by-hand': { zh: '人工采集', en: 'By hand' },
  interface: { zh: '接口', en: 'Interface' },
  checks: { zh: '信用核查', en: 'Credit checks' },
  noChecks: { zh: '还没有核查记录。', en: 'No check yet.' },
  check: { zh: '立即核查', en: 'Check now' },
  checkLead: {
    zh: '依次询问已配置的渠道，留存密封凭证并重新评级；渠道按次收费。失信、吊销或列入异常名录的，企业立即暂停。',
    en: 'Asks the configured registers in turn, keeps the evidence sealed and rates anew; registers charge by call. Who is dishonest, revoked or abnormal is suspended at once.',
  },
  capture: { zh: '人工采集', en: 'Capture by hand' },
  captureLead: {
    zh: '在国家企业信用信息公示系统查询后，上传截图或保存的页面，再填写所见内容。截图加密留存，作为凭证。',
    en: 'Look it up in the national enterprise credit system, upload a screenshot or the saved page, then say what stands there. The capture is kept sealed as evidence.',
  },
  captureFile: { zh: '截图文件（PNG、JPEG、PDF）', en: 'Capture (PNG, JPEG, PDF)' },
  captured: { zh: '已上传并加密留存', en: 'Uploaded and sealed' },
  registerState: { zh: '登记状态', en: 'State in the register' },
  nameAgrees: { zh: '名称与代码一致', en: 'Name and code agree' },
  representativeAgrees: { zh: '法定代表人一致', en: 'Representative agrees' },
  dishonest: { zh: '失信被执行人', en: 'On the list of the dishonest' },
  abnormal: { zh: '经营异常名录', en: 'On the list of abnormal operations' },
  lawsuits: { zh: '涉诉数量', en: 'Law suits' },
  capital: { zh: '注册资本', en: 'Capital' },
  foundedOn: { zh: '成立日期', en: 'Founded on' },
  note: { zh: '备注', en: 'Note' },
  scopeSha256: { zh: '经营范围', en: 'Business scope' },
  state: { zh: '登记状态', en: 'State in the register' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  changed: { zh: '与上次相比', en: 'Changed since the last one' },
  changedCount: { zh: '%d 项有变化', en: '%d changed' },
  otherThanBefore: { zh: '已变化', en: 'another than before' },
  evidence: { zh: '凭证', en: 'Evidence' },
  sha256: { zh: '文件摘要', en: 'SHA-256' },
  takeEvidence: { zh: '下载凭证', en: 'Download the evidence' },
  takeEvidenceLead: {
    zh: '渠道原始应答可能含法定代表人姓名：须经另一人批准，批准后可下载一次；下载人与理由写入审计日志。',
    en: 'The answer of a register may name people: somebody else approves, and it is then taken once; who took it and why is written into the log.',
  },
  taken: { zh: '凭证已下载。', en: 'The evidence was downloaded.' },
  providerCode: { zh: '渠道返回码', en: 'Code of the register' },
  source: { zh: '来源', en: 'Source' },
  qichacha: { zh: '企查查', en: 'Qichacha' },
  tianyancha: { zh: '天眼查', en: 'Tianyancha' },
  'tencent-cloud': { zh: '腾讯云', en: 'Tencent Cloud' },
  sandbox: { zh: '沙箱', en: 'Sandbox' },
  'national-register': { zh: '国家企业信用信息公示系统', en: 'National enterprise credit system' },
  none: { zh: '没有可用渠道', en: 'No register' },
  doOverride: { zh: '人工调级', en: 'Override the class' },
  overrideLead: {
    zh: '由另一位风控专员或机构负责人审批，批准后立即生效，到期恢复规则评定。',
    en: 'Another risk officer or the institution’s manager approves; it holds at once, and after its day the tables rate alone.',
  },
  newClass: { zh: '调整为', en: 'Class' },
  endsOn: { zh: '截止日期', en: 'Until' },
  endsOnHelp: {
    zh: '最长 184 天；长期适用的请修改评级规则',
    en: 'At most 184 days; what holds for good is for the table',
  },
  way: { zh: '清退流程', en: 'Offboarding' },
  basis: { zh: '清退依据', en: 'Why' },
  theCase: { zh: '风险案件', en: 'Risk case' },
  steps: { zh: '办理经过', en: 'What was done' },
  stage1: { zh: '暂停企业', en: 'Suspended' },
  stage2: { zh: '资金结清', en: 'Money settled' },
  stage3: { zh: '完成清退', en: 'Offboarded' },
  money: { zh: '未结清资金', en: 'Money that is open' },
  moneyUnknown: { zh: '没有数据', en: 'Not known' },
  clear: { zh: '已结清', en: 'Settled' },
  notClear: { zh: '未结清', en: 'Open' },
  'open-batches': { zh: '未完结的结算批次', en: 'Open settlement batches' },
  'unbilled-months': { zh: '未出账的月份', en: 'Months not billed' },
  'fees-owed': { zh: '欠付服务费', en: 'Fees owed' },
  balance: { zh: '子账户余额', en: 'Left in its account' },
  offboardHint: {
    zh: '全部结清后，在企业页面执行“清退”（双人审批），流程自动完成。',
    en: 'Once all is settled, “Offboard” on the page of the enterprise (two people); this ends by itself.',
  },
  toEnterprise: { zh: '打开企业', en: 'Open the enterprise' },
  opened: { zh: '开始清退', en: 'Opened' },
  suspended: { zh: '企业已暂停', en: 'The enterprise was suspended' },
  'money-open': { zh: '资金尚未结清', en: 'Money is still open' },
  'money-settled': { zh: '资金已结清', en: 'Money is settled' },
  offboarded: { zh: '企业已清退', en: 'The enterprise was offboarded' },
  withdrawn: { zh: '撤回清退', en: 'Withdrawn' },
} as const;

export type Word = keyof typeof words;

/** A word, with a number or a text put in its place. */
export function useWords(): (word: Word, value?: string | number) => string {
  const text = useText2();
  return (word, value) => text(words[word]).replace(/%[ds]/, String(value ?? ''));
}

/** A code that comes from the server, by its word; itself where it has none. */
export function useCode(): (code: string) => string {
  const text = useText2();
  return (code) => {
    const found = Object.entries(words).find(([name]) => name === code)?.[1];
    return found === undefined ? code : text(found);
  };
}

/** A fact of a rating: its name, and its value as people read it. */
export function useFactText(): {
  label: (field: string) => string;
  value: (field: string, value: string | number | boolean) => string;
} {
  const text = useText2();
  return {
    label: (field) => {
      const found = ratingFacts.find((one) => one.field === field);
      return found === undefined ? field : text(found.label);
    },
    value: (field, value) => {
      if (typeof value === 'boolean') return text(value ? words.yes : words.no);
      if (field !== 'registerState') return String(value);
      const found = Object.entries(standingTexts).find(([code]) => code === value)?.[1];
      return found === undefined ? String(value) : text(found);
    },
  };
}
