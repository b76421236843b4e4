import { clause } from './clause';

export const taxAgencyClauses = [
  clause(
    'matters',
    ['授权事项', 'Matters authorized'],
    [
      '授权人授权被授权人以授权人名义办理下列事项：',
      '（一）办理授权人在平台取得收入所涉及的税务登记信息采集与更新；',
      '（二）依照《国家税务总局公告2025年第16号》第二条，代办增值税及附加税费的申报，提交《互联网平台企业代办申报表》等资料；',
      '（三）从应付报酬中扣收前项税费并代为缴纳；',
      '（四）代为申请开具与上述收入有关的发票；',
      '（五）查询、下载并转交与上述收入有关的完税证明、申报记录与退税信息；',
      '（六）就上述事项办理更正申报、退税申请，并接收税务机关的通知。',
    ],
    [
      "The principal authorizes the agent to do the following in the principal's name:",
      '(1) collect and update the tax registration information needed for income earned on the platform;',
      "(2) file VAT and surcharges under article 2 of Announcement No. 16 of 2025 of the State Taxation Administration, submitting the platform enterprise's agency return and its annexes;",
      '(3) deduct those taxes from remuneration payable and pay them over;',
      '(4) apply for invoices concerning that income;',
      '(5) look up, download and hand over tax payment certificates, filing records and refund information concerning that income;',
      '(6) file corrections and refund claims in these matters and receive notices of the tax authority.',
    ],
  ),
  clause(
    'limits',
    ['不在授权范围内的事项', 'What is not authorized'],
    [
      '1. 个人所得税由被授权人作为扣缴义务人依法预扣预缴，不以本授权为前提；年度汇算清缴由授权人自行办理。',
      '2. 被授权人不得以授权人名义办理与平台收入无关的事项，不得转委托，不得改变计税依据、税率或税收优惠的适用。',
    ],
    [
      "1. Individual income tax is withheld by the agent as withholding agent by law, whether or not this authority exists; the yearly settlement is the principal's own affair.",
      "2. The agent does nothing in the principal's name outside of income on the platform, does not sub-delegate, and does not change tax base, rates or reliefs.",
    ],
  ),
  clause(
    'computation',
    ['申报口径', 'How it is filed'],
    [
      '1. 同一自然月内授权人在平台取得的全部应税收入合并计算，适用按月起征点；达到起征点的，就当月全部应税收入计税。',
      '2. 被授权人只掌握授权人在本平台的收入。授权人在其他平台或以其他方式取得的收入，应由授权人如实申报，或书面告知被授权人后一并办理。',
      '3. 授权人连续十二个月在平台的服务收入超过五百万元的，应依法办理经营主体登记，本授权届时终止。',
    ],
    [
      '1. All taxable income of the principal on the platform in one calendar month is added up and the monthly threshold applies; once it is reached, the whole taxable income of the month is taxed.',
      '2. The agent knows only the income on its own platform. Income from other platforms or by other means is declared by the principal, or handled together after the principal has told the agent in writing.',
      '3. Where service income on the platform exceeds five million yuan in twelve consecutive months, the principal registers as a business as the law requires, and this authority then ends.',
    ],
  ),
  clause(
    'truth',
    ['信息真实', 'True information'],
    [
      '1. 授权人保证所提供的身份、收款账户及涉税信息真实、完整，变化后五日内更新。',
      '2. 被授权人按授权人信息与平台交易记录如实申报，并对申报准确性负责；因授权人信息不实造成的后果由授权人承担。',
    ],
    [
      '1. The principal warrants that identity, receiving account and tax information are true and complete, and updates them within five days of a change.',
      '2. The agent files truthfully by that information and by the records of the platform, and answers for the accuracy of the filing; the principal answers for the consequences of untrue information.',
    ],
  ),
  clause(
    'money',
    ['税款的扣收与退补', 'Deduction, refund and supplement'],
    [
      '1. 被授权人应在每次支付时列明各税费的金额与计算过程，并在申报缴纳后提供完税凭证查询。',
      '2. 因当月合计达到起征点、退汇、更正等原因需要补扣的，从授权人后续报酬中扣收；多扣的，被授权人应在确认后十日内退还或办理退税。',
      '3. 被授权人办理本授权事项不向授权人收取费用。',
    ],
    [
      '1. With each payment the agent shows the amount and computation of each tax, and after filing and paying makes the payment certificate available.',
      '2. Where the total of the month reaches the threshold, a payment is returned or a correction is due, a shortfall is taken from later remuneration; an excess is repaid, or its refund applied for, within ten days of being established.',
      '3. The agent takes no fee from the principal for these matters.',
    ],
  ),
  clause(
    'term',
    ['授权期限与撤回', 'Term and withdrawal'],
    [
      '1. 本授权适用于 {{validFrom}} 至 {{validTo}} 期间支付的报酬。',
      '2. 授权人可随时在平台撤回本授权，撤回与授权同样便捷，自撤回次日起生效；撤回前已产生的纳税义务由被授权人继续办理完毕。',
      '3. 撤回后增值税及附加税费由授权人自行申报或依届时规定由支付方扣缴，可能不再适用按月起征点。',
    ],
    [
      '1. This authority applies to remuneration paid from {{validFrom}} to {{validTo}}.',
      '2. The principal may withdraw it on the platform at any time, as easily as it was given, with effect from the following day; the agent completes what had become due before.',
      '3. After withdrawal VAT and surcharges are filed by the principal or withheld by the payer under the rules then in force, and the monthly threshold may no longer apply.',
    ],
  ),
  clause(
    'personal-information',
    ['个人信息的单独同意', 'Separate consent to the use of personal information'],
    [
      '1. 授权人单独同意：为办理上述事项，被授权人向税务机关提供授权人的姓名、证件类型与号码、手机号、住址、收款账户及收入与税款明细。',
      '2. 上述信息加密保存，涉税资料按法律规定的期限保存，期满删除或匿名化处理；授权人可依法查询、复制、更正。',
    ],
    [
      "1. The principal consents separately that, for these matters, the agent gives the tax authority the principal's name, kind and number of identity document, mobile number, address, receiving account, and details of income and tax.",
      '2. They are stored encrypted; tax records are kept for the term set by law and then deleted or made anonymous. The principal may consult, copy and correct them as the law provides.',
    ],
  ),
  clause(
    'signature',
    ['电子签名、送达与责任', 'Electronic signature, notice and liability'],
    [
      '1. 授权人阅读全文并确认后，平台记录确认时间、网络地址、确认方式与全文哈希值（SHA-256），与实名核验记录共同构成可靠的书面授权证据。',
      '2. 平台消息及登记手机号为有效送达方式。',
      '3. 被授权人超越授权或因过错造成授权人损失的，依法承担赔偿责任；争议由授权人选择其住所地或被授权人住所地人民法院管辖。',
      '4. 本授权书以中文文本为准，英文译文仅供参考。',
    ],
    [
      '1. When the principal has read the full text and confirms, the platform records time, network address, manner of confirmation and the SHA-256 hash of the text; with the record of real-name verification this is reliable evidence of written authority.',
      '2. Notices are validly given as platform messages and to the registered mobile number.',
      "3. Where the agent exceeds the authority or causes loss by its fault, it makes it good as the law provides; the principal may choose the people's court at the domicile of either.",
      '4. The Chinese text prevails; the English translation is for reference.',
    ],
  ),
];
