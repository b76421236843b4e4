import type { Seed } from '@linggong/studio';

/** What is looked at where an enterprise does its business (现场核查, R2.2). */
export const siteVisit: Seed = {
  kind: 'checklist',
  key: 'enterprises.site-visit',
  usedBy: { zh: '企业现场核查', en: 'Visits to enterprises' },
  name: { zh: '企业现场核查清单', en: 'Checklist for a visit to an enterprise' },
  description: {
    zh: '入驻审核和定期复核时现场核查使用。',
    en: 'For visits during admission and at the regular re-check.',
  },
  content: {
    items: [
      {
        id: 'address',
        text: {
          zh: '经营地址与申请一致，门牌、招牌可见',
          en: 'The address is that of the application; number and sign can be seen',
        },
        help: { zh: '拍摄门牌、招牌和办公区全景', en: 'Photograph number, sign and the whole office' },
        required: true,
        evidence: true,
      },
      {
        id: 'licence',
        text: {
          zh: '营业执照正本悬挂，与提交的副本一致',
          en: 'The licence hangs on the wall and agrees with the copy',
        },
        help: { zh: '核对统一社会信用代码与有效期', en: 'Compare the code and the term' },
        required: true,
        evidence: true,
      },
      {
        id: 'business',
        text: { zh: '正在开展所申请的业务', en: 'The work applied for is being done' },
        help: { zh: '查看业务系统、订单、仓库或作业现场', en: 'Look at systems, orders, store or place of work' },
        required: true,
        evidence: true,
      },
      {
        id: 'workers',
        text: {
          zh: '灵活用工人员不坐班、不考勤，按成果验收',
          en: 'Workers keep no office hours and no attendance; results are accepted',
        },
        help: { zh: '随机询问两名人员，记录回答要点', en: 'Ask two people at random and note what they say' },
        required: true,
        evidence: false,
      },
      {
        id: 'contact',
        text: { zh: '联系人身份与授权一致', en: 'The contact is who the authorization names' },
        help: { zh: '核对证件与授权书', en: 'Compare document and power of attorney' },
        required: true,
        evidence: false,
      },
      {
        id: 'records',
        text: {
          zh: '能出示近三个月业务合同与验收资料',
          en: 'Contracts and acceptance records of three months can be shown',
        },
        help: { zh: '抽看三份，与平台任务比对', en: 'Look at three and compare them with tasks' },
        required: false,
        evidence: true,
      },
    ],
  },
  cases: [
    {
      name: '必查项符合并附证据，通过',
      input: {
        answers: [
          { item: 'address', answer: 'yes', evidence: 2 },
          { item: 'licence', answer: 'yes', evidence: 1 },
          { item: 'business', answer: 'yes', evidence: 3 },
          { item: 'workers', answer: 'yes', evidence: 0 },
          { item: 'contact', answer: 'yes', evidence: 0 },
        ],
      },
      expect: { verdict: 'passed' },
    },
    {
      name: '人员须打卡坐班，不通过',
      input: { answers: [{ item: 'workers', answer: 'no', evidence: 0 }] },
      expect: { verdict: 'failed', failed: ['workers'] },
    },
  ],
};
