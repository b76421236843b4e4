import type { Seed } from '@linggong/studio';

/** Admission criteria of enterprises (商户入驻标准, R2.6, R2.1–R2.4): what each step of the review of an enterprise cites. */
export const admissionCriteria: Seed = {
  kind: 'criteria',
  key: 'enterprises.admission',
  name: { zh: '企业入驻标准', en: 'Admission criteria of enterprises' },
  usedBy: { zh: '企业入驻审核的每一步', en: 'Every step of the review of an enterprise' },
  description: {
    zh: '企业入驻审核的每一步都引用其中的标准；通过前须引用全部必引标准。',
    en: 'Every step of the review of an enterprise cites one of these; all that must be cited are cited before it passes.',
  },
  content: {
    area: 'enterprises',
    scope: {
      zh: '适用于申请在本平台发布任务、结算费用的企业、个体工商户和其他组织。',
      en: 'For enterprises, individual businesses and other organisations that apply to publish tasks and settle fees here.',
    },
    criteria: [
      {
        id: 'A-01',
        title: { zh: '主体合法存续', en: 'Lawfully established and existing' },
        text: {
          zh: '统一社会信用代码校验正确，登记机关登记状态为存续（在营、开业、在册），未被吊销、注销、撤销，名称与申请一致。',
          en: 'The unified social credit code is valid; the register shows the enterprise as existing, not revoked, deregistered or withdrawn, under the name of the application.',
        },
        evidence: {
          zh: '营业执照副本；企业信息登记查询记录',
          en: 'Business licence; record of the look-up in the register',
        },
        basis: { zh: '电子商务法第二十七条', en: 'E-Commerce Law art. 27' },
        required: true,
      },
      {
        id: 'A-02',
        title: { zh: '无严重失信', en: 'No serious dishonesty' },
        text: {
          zh: '未列入严重违法失信名单、失信被执行人名单和重大税收违法失信主体名单；列入经营异常名录的，须说明原因并在三十日内移出。',
          en: 'Not on the lists of serious dishonesty, of dishonest debtors, or of major tax offenders; a listing of abnormal operation is explained and lifted within thirty days.',
        },
        evidence: { zh: '信用查询记录；企业说明', en: 'Record of the credit look-up; statement of the enterprise' },
        basis: { zh: '市场监督管理严重违法失信名单管理办法', en: 'SAMR rules on the list of serious dishonesty' },
        required: true,
      },
      {
        id: 'A-03',
        title: { zh: '法定代表人身份真实', en: 'Identity of the legal representative' },
        text: {
          zh: '法定代表人身份核验一致，且与登记信息一致；委托他人办理的，须有授权书并核验受托人身份。',
          en: 'The identity of the legal representative is verified and agrees with the register; an agent shows a power of attorney and is verified too.',
        },
        evidence: { zh: '身份核验记录；授权委托书', en: 'Record of the identity check; power of attorney' },
        basis: { zh: '反洗钱法第二十九条', en: 'Anti-Money-Laundering Law art. 29' },
        required: true,
      },
      {
        id: 'A-04',
        title: { zh: '业务属于灵活用工范围', en: 'Work within the scope of flexible employment' },
        text: {
          zh: '申请的业务场景在平台业务场景目录内，业务可拆分为按成果验收的任务，不以本平台替代劳动关系用工。',
          en: 'The scenarios applied for are in the catalogue, the work can be cut into tasks that are accepted by their result, and the platform does not stand in for employment.',
        },
        evidence: {
          zh: '业务说明；样例任务；用工流程说明',
          en: 'Description of the business; sample tasks; description of how workers are engaged',
        },
        basis: { zh: '人社部发〔2021〕56号', en: 'MOHRSS 2021-56' },
        required: true,
      },
      {
        id: 'A-05',
        title: { zh: '行业许可齐备', en: 'Licences of the trade' },
        text: {
          zh: '从事需许可的行业（快递、餐饮、网络直播、人力资源等）的，许可在有效期内，范围覆盖申请的业务。',
          en: 'Where the trade needs a licence (courier, catering, live streaming, human resources …), it is valid and covers the work applied for.',
        },
        evidence: { zh: '许可证及有效期', en: 'The licence with its term' },
        basis: { zh: '各行业许可规定', en: 'Rules of the trade' },
        required: false,
      },
      {
        id: 'A-06',
        title: { zh: '对公账户真实', en: 'A corporate account of its own' },
        text: {
          zh: '预存款由企业本名对公账户转入；不接受个人账户、第三方账户代付。',
          en: 'Deposits come from a corporate account in the name of the enterprise; private accounts and third parties are not accepted.',
        },
        evidence: { zh: '开户信息；小额打款验证', en: 'Account information; verification by a small payment' },
        basis: { zh: '人民币银行结算账户管理办法', en: 'Measures on RMB settlement accounts' },
        required: true,
      },
      {
        id: 'A-07',
        title: { zh: '履约与纳税能力', en: 'Ability to pay and to account' },
        text: {
          zh: '成立时间、注册资本、员工人数与预计结算规模相称；明显不相称的须说明资金来源并降低限额。',
          en: 'Age, capital and staff fit the volume expected; where they plainly do not, the source of the money is explained and limits are lowered.',
        },
        evidence: {
          zh: '财务报表或纳税申报表；业务合同',
          en: 'Financial statements or tax returns; contracts with customers',
        },
        basis: { zh: '平台风险管理制度', en: 'Risk procedure of the platform' },
        required: false,
      },
      {
        id: 'A-08',
        title: { zh: '实际经营场所', en: 'Real place of business' },
        text: {
          zh: '经营地址真实可达；首次申请月结算预计超过 200 万元的，须现场核查。',
          en: 'The place of business is real and can be reached; it is visited where more than 2,000,000 yuan a month are expected from the start.',
        },
        evidence: { zh: '租赁合同或产权证明；现场核查清单', en: 'Lease or title; checklist of the visit' },
        basis: { zh: '平台风险管理制度', en: 'Risk procedure of the platform' },
        required: false,
        visitAboveFen: 200_000_000,
      },
    ],
  },
  cases: [
    {
      name: '引用全部必引标准可以通过',
      input: { cited: ['A-01', 'A-02', 'A-03', 'A-04', 'A-06'] },
      expect: { sound: true, complete: true },
    },
    {
      name: '未核查失信情况不能通过',
      input: { cited: ['A-01', 'A-03', 'A-04', 'A-06'] },
      expect: { sound: true, complete: false, uncited: ['A-02'] },
    },
    { name: '引用不存在的标准', input: { cited: ['A-99'] }, expect: { sound: false, unknown: ['A-99'] } },
  ],
};
