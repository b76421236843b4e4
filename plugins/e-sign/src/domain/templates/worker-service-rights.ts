import { clause } from './clause';

/** Worker service agreement, articles 9 to 16: protection, information, consent, term and disputes. */
export const rightsClauses = [
  clause(
    'safety',
    ['安全与保障', 'Safety and protection'],
    [
      '1. 乙方在完成任务时遵守安全规定，有权拒绝违法或危及人身安全的要求。',
      '2. 平台在任务页面提示该类工作适用的保险，由持牌保险机构承保，乙方自愿选择；法律规定应由他方投保的，从其规定。',
      '3. 乙方可以灵活就业人员身份、以本人名义参加社会保险；平台提供办理指引，不以虚构劳动关系的方式代缴。',
    ],
    [
      '1. Party B follows safety rules during tasks and may refuse demands that are unlawful or endanger life and limb.',
      '2. The platform shows on the task page the insurance that fits the work, underwritten by licensed insurers and freely chosen by Party B; where the law obliges another to insure, that applies.',
      "3. Party B may join social insurance in Party B's own name as a flexibly employed person; the platform gives guidance and never pays contributions by pretending a labour relation.",
    ],
  ),
  clause(
    'rights',
    ['乙方的权利', 'Rights of Party B'],
    [
      '乙方有权：（一）自主选择任务与时间；（二）查询、复制本人的协议、任务、报酬与税务记录；（三）对审核、验收、扣税、暂停等决定要求说明理由并申请人工复核；（四）投诉并在承诺时限内得到答复；（五）随时停止使用平台。',
    ],
    [
      "Party B may (a) choose tasks and times freely; (b) look up and copy Party B's own agreements, tasks, payments and tax records; (c) ask for the reasons of, and human review of, decisions on review, acceptance, withholding or suspension; (d) complain and be answered within the promised time; (e) stop using the platform at any time.",
    ],
  ),
  clause(
    'personal-information',
    ['个人信息保护', 'Personal information'],
    [
      '1. 甲方为订立和履行本协议、核验身份、支付报酬和履行税务义务所必需，处理乙方的姓名、证件号码、手机号、银行卡号、住址、任务与收入信息；其中敏感个人信息加密保存、脱敏展示。',
      '2. 除向任务发布方提供履行任务所必需的信息，以及向银行、核验机构、税务等机关依法提供外，不向他人提供。',
      '3. 乙方可依法查询、复制、更正、删除个人信息，撤回同意，撤回不影响此前处理的效力；法律规定应予保存的，在保存期内仅作存储。',
    ],
    [
      "1. As far as necessary to conclude and perform this agreement, verify identity, pay and meet tax duties, Party A processes Party B's name, identity number, mobile number, bank card number, address, tasks and income; sensitive items are stored encrypted and shown masked.",
      '2. They are given to nobody but the Principal as far as a task needs it, and to banks, verification bodies, tax and other authorities as the law provides.',
      '3. Party B may consult, copy, correct and delete personal information and withdraw consent as the law provides, without effect on earlier processing; what the law orders to be kept is only stored for that term.',
    ],
  ),
  clause(
    'signature',
    ['电子签名与送达', 'Electronic signature and notice'],
    [
      '1. 双方同意以数据电文订立本协议。乙方阅读全文并确认后，平台记录确认时间、网络地址、确认方式与协议全文的哈希值（SHA-256），与实名核验记录共同构成电子签名的证据。',
      '2. 乙方登记的手机号与平台消息为有效送达方式；发出后次日视为送达，乙方能证明未收到的除外。',
      '3. 乙方可在线下由工作人员协助办理，以书面签署的扫描件及其哈希值为准。',
    ],
    [
      '1. The parties agree to conclude this agreement by data message. When Party B has read it and confirms, the platform records time, network address, manner of confirmation and the SHA-256 hash of the full text; together with the record of real-name verification this is the evidence of the electronic signature.',
      '2. Notices are validly given to the registered mobile number and as platform messages, and count as received on the next day unless Party B shows otherwise.',
      '3. Party B may sign on paper with the help of staff; then the scan and its hash count.',
    ],
  ),
  clause(
    'term',
    ['期限、变更与解除', 'Term, change and end'],
    [
      '1. 本协议自双方签署之日起成立，适用于 {{validFrom}} 至 {{validTo}} 期间的任务与支付。',
      '2. 乙方可随时解除本协议；甲方解除应提前十五日通知并说明理由，乙方违法或严重违约的除外。解除不影响已承揽任务的完成、报酬的支付与税款的办理。',
      '3. 甲方变更协议文本应重新取得乙方同意；乙方不同意的，可继续按原文本履行至期满或解除。',
    ],
    [
      '1. This agreement exists from its signature by both parties and applies to tasks and payments from {{validFrom}} to {{validTo}}.',
      "2. Party B may end it at any time; Party A may end it with fifteen days' notice and reasons, or at once where Party B acts unlawfully or is in serious breach. Tasks undertaken, remuneration earned and tax due are not affected.",
      "3. A new text needs Party B's consent anew; without it the old text goes on until its term or its end.",
    ],
  ),
  clause(
    'liability',
    ['责任', 'Liability'],
    [
      '1. 任何一方违约给对方造成损失的，依法赔偿实际损失。',
      '2. 甲方对因其过错造成的错付、迟付、错误扣税或个人信息泄露承担责任；任务发布方迟延付款的，平台应协助乙方追索。',
      '3. 本协议不免除任何一方因故意或重大过失造成人身、财产损害的责任。',
    ],
    [
      '1. A party in breach makes good the actual loss as the law provides.',
      '2. Party A answers for wrong or late payments, wrong withholding or leaks of personal information by its fault; where a Principal pays late, the platform helps Party B to claim.',
      '3. Nothing here excludes liability for harm to persons or property caused by intent or gross negligence.',
    ],
  ),
  clause(
    'disputes',
    ['法律适用与争议解决', 'Law and disputes'],
    [
      '1. 本协议适用中华人民共和国法律。',
      '2. 争议由双方协商；协商不成的，乙方可选择向其住所地、任务履行地或甲方住所地有管辖权的人民法院起诉。',
    ],
    [
      "1. This agreement is governed by the law of the People's Republic of China.",
      "2. Disputes are first talked over; failing that, Party B may choose the competent people's court at Party B's domicile, at the place of the task or at Party A's domicile.",
    ],
  ),
  clause(
    'language',
    ['文本与其他', 'Text and other matters'],
    [
      '1. 本协议以中文文本为准，英文译文仅供参考。',
      '2. 平台规则与本协议不一致的，以对乙方更有利的约定为准；部分条款无效不影响其他条款。',
    ],
    [
      '1. The Chinese text prevails; the English translation is for reference.',
      '2. Where platform rules differ from this agreement, what favours Party B more applies; the invalidity of one clause leaves the others in force.',
    ],
  ),
];
