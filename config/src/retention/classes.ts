import type { Text2 } from '../access/text';
import { recordClasses } from './record-classes';
import type { Term } from './term';

/**
 * What becomes of it when the term is over. `purge`: the daily run of the vault removes it, through its owner. `own-sweep`: its plugin
 * removes it by a schedule of its own. `with-person`: it is no thing of its own, but a reason to know for so long who somebody is; it goes with
 * him. `kept`: it stays as long as the platform does, since the law wants it whole.
 */
export type RetentionEnd = 'purge' | 'own-sweep' | 'with-person' | 'kept';

/** A kind of thing that is kept, and for how long (保存期限). */
export interface RetentionClass {
  readonly name: string;
  readonly what: Text2;
  /** Why so long, and not longer. */
  readonly law: Text2;
  /** Absent for what is kept. */
  readonly term?: Term;
  readonly countedFrom: Text2;
  readonly then: RetentionEnd;
  /** Kinds of private files that belong to it; every kind of file belongs to exactly one class. */
  readonly fileKinds: readonly string[];
}

const accounting = {
  zh: '会计档案管理办法第十四条：会计凭证保存三十年，其他会计资料十年；反洗钱法：交易记录至少十年',
  en: 'Accounting archives, art. 14: vouchers 30 years, other material 10; anti-money-laundering law: records of transactions at least 10 years',
};
const necessary = {
  zh: '个人信息保护法第十九条：保存期限为实现处理目的所必要的最短时间',
  en: 'PIPL art. 19: no longer than the purpose needs',
};
const logs = {
  zh: '网络安全法第二十三条：日志留存不少于六个月',
  en: 'Cybersecurity law art. 23: logs at least six months',
};

/** The retention schedule (保存期限表), the only place where terms stand. */
export const retentionClasses: readonly RetentionClass[] = [
  {
    name: 'payout-sheet',
    what: { zh: '发放表原件', en: 'Payout sheets as they were uploaded' },
    law: accounting,
    term: { years: 30 },
    countedFrom: { zh: '结算批次完成或取消', en: 'End of the settlement batch' },
    then: 'purge',
    fileKinds: ['payout-sheet'],
  },
  {
    name: 'line-cells',
    what: { zh: '发放表各行的敏感单元格（加密）', en: 'Sensitive cells of the lines of payout sheets (sealed)' },
    law: necessary,
    term: { days: 90 },
    countedFrom: { zh: '结算批次完成或取消', en: 'End of the settlement batch' },
    then: 'purge',
    fileKinds: [],
  },
  {
    name: 'bank-file',
    what: { zh: '付款文件与银行回盘', en: 'Payment files and answers of banks' },
    law: accounting,
    term: { years: 30 },
    countedFrom: { zh: '文件生成或接收', en: 'When it was written or received' },
    then: 'purge',
    fileKinds: ['bank-file'],
  },
  {
    name: 'contract-paper',
    what: { zh: '合同文件、扫描件与已签文件', en: 'Contract papers, scans and signed files' },
    law: accounting,
    term: { years: 10 },
    countedFrom: { zh: '合同到期或撤销', en: 'End of the contract' },
    then: 'purge',
    fileKinds: ['contract-document', 'signed-contract-scan', 'signed-contract'],
  },
  {
    name: 'form-paper',
    what: { zh: '表单附件', en: 'Files of forms' },
    law: {
      zh: '电子商务法第三十一条：交易信息不少于三年；个人信息保护法第十九条：未提交的附件不再需要',
      en: 'E-commerce law art. 31: three years; PIPL art. 19: what was never handed in is not needed',
    },
    term: { years: 3 },
    countedFrom: {
      zh: '所属记录最后一次修改；未随表单提交的附件自上传起三十日清除',
      en: 'Last revision of its record; a file that is never handed in goes after thirty days',
    },
    then: 'purge',
    fileKinds: ['form-file'],
  },
  {
    name: 'worker-import-sheet',
    what: { zh: '灵工导入表原件', en: 'Sheets of imported workers' },
    law: necessary,
    term: { days: 30 },
    countedFrom: { zh: '导入完成', en: 'End of the import' },
    then: 'purge',
    fileKinds: ['worker-import'],
  },
  {
    name: 'risk-evidence',
    what: {
      zh: '风险案件证据、宣传资料截屏与整改佐证、企业现场核查照片',
      en: 'Evidence of risk cases, captures of promotional material and proofs, photographs of visits to enterprises',
    },
    law: {
      zh: '反洗钱法第三十四条：至少保存十年；广告法第三十四条：广告档案不少于三年',
      en: 'Anti-money-laundering law art. 34: at least ten years; advertising law art. 34: three years at least',
    },
    countedFrom: { zh: '—', en: '—' },
    then: 'kept',
    fileKinds: ['risk-evidence', 'site-visit'],
  },
  {
    name: 'data-copy',
    what: { zh: '个人信息副本', en: 'Copies of personal data that people asked for' },
    law: necessary,
    term: { days: 7 },
    countedFrom: { zh: '副本生成', en: 'When the copy was made' },
    then: 'purge',
    fileKinds: ['data-copy'],
  },
  {
    name: 'list-export',
    what: { zh: '列表导出文件', en: 'Files of lists that people asked for' },
    law: necessary,
    term: { days: 7 },
    countedFrom: { zh: '申请导出', en: 'When the file was asked for' },
    then: 'purge',
    fileKinds: ['list-export', 'list-export-wish'],
  },
  {
    name: 'worker-record',
    what: { zh: '灵工登记与交易信息', en: 'The register of a worker, and what was dealt with him' },
    law: {
      zh: '电子商务法第三十一条：交易信息自交易完成之日起不少于三年；民法典第一百八十八条：诉讼时效三年',
      en: 'E-commerce law art. 31: three years from the transaction; Civil code art. 188: claims lapse after three',
    },
    term: { years: 3 },
    countedFrom: { zh: '注销', en: 'When he was deregistered' },
    then: 'with-person',
    fileKinds: [],
  },
  {
    name: 'payee-identity',
    what: { zh: '收款人身份', en: 'Who was paid' },
    law: {
      zh: '反洗钱法第三十四条：客户身份资料和交易信息自业务关系结束起至少保存十年',
      en: 'Anti-money-laundering law art. 34: identity and transactions, at least ten years',
    },
    term: { years: 10 },
    countedFrom: { zh: '最后一笔发放', en: 'The last payment to him' },
    then: 'with-person',
    fileKinds: [],
  },
  {
    name: 'taxpayer-identity',
    what: { zh: '纳税人身份', en: 'Whose tax was declared' },
    law: {
      zh: '税收征收管理法实施细则第二十九条：涉税资料保存十年',
      en: 'Rules of the tax collection law, art. 29: material about tax, ten years',
    },
    term: { years: 10 },
    countedFrom: { zh: '最后一笔个税记录所在年度结束', en: 'End of the year of his last tax record' },
    then: 'with-person',
    fileKinds: [],
  },
  {
    name: 'person',
    what: {
      zh: '已注销灵工本人：身份、银行卡、联系方式、检索索引、登录账号',
      en: 'A worker who has left: identity, cards, telephone, index entries, account',
    },
    law: {
      zh: '个人信息保护法第四十七条：法定期限届满前停止存储以外的处理，届满删除',
      en: 'PIPL art. 47: nothing but keeping until the last legal term ends, then deletion',
    },
    term: { days: 0 },
    countedFrom: {
      zh: '以上涉及本人的最后一个期限届满，且其文件均已清除',
      en: 'The last of the terms above that hold him, and no file that names him is left',
    },
    then: 'purge',
    fileKinds: [],
  },
  {
    name: 'seal-key',
    what: { zh: '平台封存证书的私钥', en: 'Private keys of the platform seal' },
    law: { zh: '验证已封存文件所需', en: 'Sealed papers are verified by their certificates' },
    countedFrom: { zh: '—', en: '—' },
    then: 'kept',
    fileKinds: ['seal-key'],
  },
  {
    name: 'audit-archive',
    what: { zh: '审计日志归档', en: 'Archives of the audit log' },
    law: logs,
    countedFrom: { zh: '—', en: '—' },
    then: 'kept',
    fileKinds: ['audit-archive'],
  },
  {
    name: 'file-link',
    what: { zh: '私密文件链接记录', en: 'Records of links to private files' },
    law: logs,
    term: { days: 185 },
    countedFrom: { zh: '链接生成', en: 'When the link was made' },
    then: 'own-sweep',
    fileKinds: [],
  },
  {
    name: 'session',
    what: { zh: '登录会话', en: 'Sessions' },
    law: logs,
    term: { days: 185 },
    countedFrom: { zh: '会话结束', en: 'End of the session' },
    then: 'own-sweep',
    fileKinds: [],
  },
  {
    name: 'idempotency',
    what: { zh: '防重复提交的请求与应答', en: 'Answers kept against repeated requests' },
    law: necessary,
    term: { days: 7 },
    countedFrom: { zh: '首次请求', en: 'First request' },
    then: 'own-sweep',
    fileKinds: [],
  },
  {
    name: 'job-run',
    what: { zh: '后台任务与事件', en: 'Runs of jobs and events' },
    law: logs,
    term: { days: 183 },
    countedFrom: { zh: '执行结束', en: 'End of the run' },
    then: 'own-sweep',
    fileKinds: [],
  },
  {
    name: 'books',
    what: {
      zh: '账务、税务记录与审计日志（仅编号与掩码）',
      en: 'Ledger, tax records and audit log (numbers and masks only)',
    },
    law: accounting,
    countedFrom: { zh: '—', en: '—' },
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'register-evidence',
    what: { zh: '企业信用核查凭证（加密）', en: 'Evidence of credit checks of enterprises (sealed)' },
    law: {
      zh: '平台管理规范：失信清退须留存证据；反洗钱法：客户身份资料至少十年',
      en: 'Platform standard: offboarding of the dishonest keeps its evidence; anti-money-laundering law: customer records at least 10 years',
    },
    countedFrom: { zh: '—', en: '—' },
    then: 'kept',
    fileKinds: ['register-answer', 'register-capture'],
  },
  {
    name: 'consent',
    what: { zh: '同意记录', en: 'Records of consents' },
    law: {
      zh: '个人信息保护法第六十九条：处理者自证无过错',
      en: 'PIPL art. 69: the handler has to prove that it was allowed to',
    },
    countedFrom: { zh: '—', en: '—' },
    then: 'kept',
    fileKinds: [],
  },
  ...recordClasses,
];
