import type { Text2 } from '../parts/text2';
import type { StepName, StepState } from './steps';

/** What each step is called, and what it is about, in one sentence. */
export const stepWords: Readonly<Record<StepName, { title: Text2; lead: Text2 }>> = {
  details: {
    title: { zh: '填写企业资料', en: 'Company details' },
    lead: {
      zh: '填写法定代表人、联系人、联系电话和对公账户；随时可以保存，提交前都能修改。',
      en: 'Fill in the legal representative, the contact, a phone and your corporate account; save at any time, change until you submit.',
    },
  },
  submit: {
    title: { zh: '提交审核', en: 'Submit for review' },
    lead: {
      zh: '资料核对无误后提交；平台审核期间资料不能修改，联系人除外。',
      en: 'Submit once the details are right; while the platform reviews them only the contact can be changed.',
    },
  },
  review: {
    title: { zh: '平台审核', en: 'Review by the platform' },
    lead: {
      zh: '平台按入驻标准核对登记信息和资料，结果显示在这里，这一步不需要您操作。',
      en: 'The platform checks the register and your details by its admission criteria; the result appears here, and nothing is asked of you.',
    },
  },
  agreement: {
    title: { zh: '签署合作协议', en: 'Sign the cooperation agreement' },
    lead: {
      zh: '阅读合作协议全文，确认后签署；签署完成，合作即开始。',
      en: 'Read the full text of the cooperation agreement and sign it; the cooperation begins with your signature.',
    },
  },
  account: {
    title: { zh: '开立资金账户', en: 'Your account for deposits' },
    lead: {
      zh: '平台在银行为您开立专用子账户，您的资金单独存放，开立后这里显示账号。',
      en: 'The platform opens a sub-account for you at the bank, where your money stands apart; its number appears once it is open.',
    },
  },
  deposit: {
    title: { zh: '首次入金', en: 'First deposit' },
    lead: {
      zh: '用本企业的对公账户向专用子账户转账；到账后即可用于发放，不接受个人或第三方代付。',
      en: 'Transfer from your own corporate account to your sub-account; private accounts and third parties are not accepted.',
    },
  },
  ready: {
    title: { zh: '发布任务和结算', en: 'Publish tasks and settle' },
    lead: {
      zh: '发布任务，由灵工承揽并交付；验收后上传发放表，核对金额并确认发放。',
      en: 'Publish a task that workers undertake and deliver; after acceptance upload the payout sheet, check the amounts and confirm.',
    },
  },
};

export const stateWords: Readonly<Record<StepState, Text2>> = {
  done: { zh: '已完成', en: 'Done' },
  now: { zh: '现在办理', en: 'Now' },
  returned: { zh: '退回修改', en: 'Sent back' },
  later: { zh: '待办理', en: 'Later' },
};

/** All else that the page says. */
export const pageWords = {
  title: { zh: '入驻办理', en: 'Joining the platform' },
  open: { zh: '查看企业资料', en: 'See the details' },
  edit: { zh: '修改资料', en: 'Change the details' },
  readAgreement: { zh: '阅读并签署合作协议', en: 'Read and sign the agreement' },
  contracts: { zh: '查看合同', en: 'See the contracts' },
  preparing: {
    zh: '合作协议正在准备，送达后这里出现签署入口。',
    en: 'The agreement is being prepared; the way to sign it appears here once it is sent.',
  },
  accounts: { zh: '查看资金账户', en: 'See the account' },
  deposits: { zh: '查看入金记录', en: 'See the deposits' },
  task: { zh: '新建任务', en: 'New task' },
  sheet: { zh: '上传发放表', en: 'Upload a payout sheet' },
  doneAt: { zh: '完成于 %s', en: 'Done on %s' },
  since: { zh: '%s 起', en: 'Since %s' },
  dueAt: { zh: '最迟 %s 前答复', en: 'An answer by %s' },
  progress: { zh: '第 %s 步，共 7 步', en: 'Step %s of 7' },
  next: { zh: '入驻还差一步：%s', en: 'One step is left: %s' },
  see: { zh: '查看办理进度', en: 'See the progress' },
} as const satisfies Readonly<Record<string, Text2>>;
