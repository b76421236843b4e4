const evidence = {
  zh: '个人信息保护法第六十九条：处理者自证无过错；仅有编号、掩码与理由，不含明文',
  en: 'PIPL art. 69: the handler has to prove that it was allowed to; numbers, masks and reasons, no clear value',
};
const laundering = {
  zh: '反洗钱法第三十四条：客户身份资料和交易记录至少保存十年；会计档案管理办法第十四条：三十年',
  en: 'Anti-money-laundering law art. 34: identity and transactions at least 10 years; accounting archives, art. 14: 30 years',
};
const taxes = {
  zh: '税收征收管理法实施细则第二十九条：涉税资料保存十年',
  en: 'Rules of the tax collection law, art. 29: material about tax, 10 years',
};
const necessary = {
  zh: '个人信息保护法第十九条：保存期限为实现处理目的所必要的最短时间',
  en: 'PIPL art. 19: no longer than the purpose needs',
};
const whole = { zh: '—', en: '—' };

/** Rows that hold sealed, masked or otherwise personal values, beside the files and sheets of `classes.ts`: what is kept about people, and how long. */
export const recordClasses = [
  {
    name: 'unmasking',
    what: { zh: '查看明文记录', en: 'Records of looks at clear values' },
    law: evidence,
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'approval',
    what: { zh: '审批记录（变更前后以掩码展示）', en: 'Approvals, with the change in masks' },
    law: evidence,
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'approval-payload',
    what: { zh: '待审批的请求内容（加密）', en: 'The request that waits for a second person (sealed)' },
    law: necessary,
    term: { days: 7 },
    countedFrom: {
      zh: '申请；审批结束、执行或撤回即清除',
      en: 'When it was asked; gone as soon as it is decided against, has served or was withdrawn',
    },
    then: 'own-sweep',
    fileKinds: [],
  },
  {
    name: 'elevation-look',
    what: { zh: '临时提权与提权期间的查看记录', en: 'Elevations, and what was looked at under them' },
    law: evidence,
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'data-request',
    what: { zh: '个人信息权利请求与处理过程', en: 'Requests of people about their data, and every step' },
    law: evidence,
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'real-name-check',
    what: { zh: '实名核验存证（仅校验值与结论）', en: 'Evidence of real-name checks (hashes and results)' },
    law: laundering,
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'agency-authorization',
    what: { zh: '代办涉税事项授权', en: 'Authorisations to deal with the tax office' },
    law: taxes,
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'witness-record',
    what: {
      zh: '数据库旁证记录（敏感列仅留校验值）',
      en: 'Records of the database witness (keyed hashes of sensitive columns)',
    },
    law: {
      zh: '网络安全法第二十三条：日志留存不少于六个月；等级保护8.1.4.3：审计记录防删改',
      en: 'Cybersecurity law art. 23: logs at least six months; MLPS 8.1.4.3: audit records are not deleted',
    },
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'backup',
    what: { zh: '备份（加密）', en: 'Backups (sealed)' },
    law: {
      zh: '等级保护8.1.4.9：备份与恢复；默认保留7份日备份、4份周备份、6份月备份（BACKUP_KEEP_*）',
      en: 'MLPS 8.1.4.9; by default 7 daily, 4 weekly and 6 monthly ones are kept (BACKUP_KEEP_*)',
    },
    term: { days: 190 },
    countedFrom: { zh: '备份完成', en: 'When it was taken' },
    then: 'own-sweep',
    fileKinds: [],
  },
  {
    name: 'payment-record',
    what: {
      zh: '付款指令、回单、入金与对账单（姓名与账号加密或掩码）',
      en: 'Payments, receipts, deposits and statements (names and accounts sealed or masked)',
    },
    law: laundering,
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'contract-record',
    what: { zh: '合同当事人与签署存证', en: 'Parties of contracts and evidence of signatures' },
    law: {
      zh: '电子商务法第三十一条：交易信息不少于三年；电子签名法第二十四条：认证信息至证书失效后五年；劳动争议与民事时效举证',
      en: 'E-commerce law art. 31: three years; signature law art. 24: five years after the certificate; proof while claims may be made',
    },
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'account',
    what: {
      zh: '账号：双因素密钥（加密）、本人识别（校验值与掩码）',
      en: 'Accounts: second factors (sealed), the person behind (hash and mask)',
    },
    law: {
      zh: '等级保护8.1.4.1、8.1.5：身份唯一、三员分离；账号存续期间',
      en: 'MLPS 8.1.4.1, 8.1.5: one person an account, three administrators apart; as long as there is the account',
    },
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'enterprise-contact',
    what: { zh: '企业法定代表人与联系人（加密）', en: 'Legal representatives and contacts of enterprises (sealed)' },
    law: laundering,
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'risk-list',
    what: {
      zh: '风控名单（标识加密，并存掩码与校验值）',
      en: 'Deny, allow and watch lists (values sealed, with mask and keyed hash)',
    },
    law: laundering,
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'form-record',
    what: { zh: '表单记录中的个人信息（加密）', en: 'Personal values of form records (sealed)' },
    law: laundering,
    countedFrom: whole,
    then: 'kept',
    fileKinds: [],
  },
  {
    name: 'form-draft',
    what: { zh: '填写中的表单草稿（整体加密）', en: 'Forms that were begun and not sent (sealed as a whole)' },
    law: necessary,
    term: { days: 30 },
    countedFrom: { zh: '最后一次保存；提交表单即清除', en: 'When it was last saved; gone as soon as the form is sent' },
    then: 'own-sweep',
    fileKinds: [],
  },
  {
    name: 'registration-staging',
    what: { zh: '登记过程的暂存行', en: 'Rows of a registration on its way' },
    law: necessary,
    term: { days: 0 },
    countedFrom: { zh: '同一事务内删除', en: 'Deleted in the transaction that wrote them' },
    then: 'own-sweep',
    fileKinds: [],
  },
] as const;
