import { clause } from './clause';

/** Worker service agreement, articles 1 to 8: what the parties are to each other, the work, the pay and the tax. */
export const workClauses = [
  clause(
    'definitions',
    ['定义', 'Definitions'],
    [
      '1. “平台”指甲方运营的灵活用工服务平台及其网页、移动端与接口。',
      '2. “任务发布方”指在平台登记并发布任务的企业；本协议所称任务发布方为：{{enterprise}}。',
      '3. “任务”指任务发布方在平台发布、以约定成果为交付内容的一项工作；“承揽”指乙方自愿接受并完成任务。',
      '4. “报酬”指任务发布方对验收合格的成果应付给乙方的款项，含乙方依法应负担的税款。',
    ],
    [
      '1. "Platform" means the flexible-work service platform operated by Party A, with its pages, apps and interfaces.',
      '2. "Principal" means an enterprise registered on the platform that publishes tasks; here: {{enterprise}}.',
      '3. "Task" means a piece of work published by a Principal with an agreed result; "undertaking" means that Party B freely accepts and completes it.',
      '4. "Remuneration" means what the Principal owes Party B for accepted results, including the tax that Party B bears by law.',
    ],
  ),
  clause(
    'relation',
    ['双方关系', 'Relation of the parties'],
    [
      '1. 乙方以自己的技能、工具和安排独立完成任务，自主决定是否、何时承揽任务，可同时为他人提供服务；甲方与任务发布方均不对乙方实行考勤、排班或日常劳动管理。',
      '2. 双方依本协议建立民事服务关系，不建立劳动关系、劳务派遣关系或劳务雇佣关系。',
      '3. 如实际用工事实依法应认定为劳动关系或适用新就业形态劳动者权益保障规定，以法律规定为准，本条不减损乙方依法享有的权利；乙方发现有此情形可随时向平台投诉。',
    ],
    [
      "1. Party B completes tasks independently with skills, tools and arrangements of Party B's own, decides freely whether and when to undertake them, and may serve others at the same time; neither Party A nor the Principal keeps attendance, rosters or daily labour management over Party B.",
      '2. This agreement creates a civil service relation, not a labour relation, labour dispatch or hired employment.',
      "3. Where the facts of the work amount by law to a labour relation, or fall under the rules protecting workers in new forms of employment, the law prevails; this article takes away none of Party B's legal rights, and Party B may complain to the platform at any time.",
    ],
  ),
  clause(
    'work',
    ['工作类别与任务承揽', 'Kinds of work and undertaking'],
    [
      '1. 乙方可承揽的工作类别：{{scenarios}}。',
      '2. 每项任务的内容、成果标准、期限、单价与结算方式以平台任务页面为准，乙方点击承揽即视为接受；承揽前乙方可以拒绝，且不因拒绝受到任何不利对待。',
      '3. 乙方应亲自完成任务；确需他人协助的，协助人的报酬由乙方自行负责，收款账户仍限乙方本人。',
      '4. 法律要求资格、许可或健康证明的工作，乙方应事先取得并向平台出示。',
    ],
    [
      '1. Kinds of work that Party B may undertake: {{scenarios}}.',
      '2. Content, standard, term, unit price and settlement of each task are those of its page on the platform; pressing "undertake" accepts them. Party B may decline beforehand and suffers no disadvantage by declining.',
      "3. Party B completes tasks in person; where others help, their pay is Party B's own concern, and the account paid to remains that of Party B.",
      '4. Where the law asks for a qualification, licence or health certificate, Party B obtains it first and shows it to the platform.',
    ],
  ),
  clause(
    'identity',
    ['实名与资格', 'Real name and capacity'],
    [
      '1. 乙方声明已年满十六周岁并具有与所承揽工作相适应的民事行为能力，提交的姓名、证件、手机号与银行卡均属本人且真实有效。',
      '2. 乙方同意平台为履行法定义务核验其身份与银行卡，并在需要时重新核验；信息变化应在五日内更新。',
      '3. 乙方不得出借、转让账户或冒用他人身份；由此产生的责任由乙方承担。',
    ],
    [
      "1. Party B declares to be at least sixteen years old, to have the capacity that the work needs, and that name, identity document, mobile number and bank card are Party B's own, true and valid.",
      '2. Party B agrees that the platform verifies identity and bank card as the law obliges it to, and again when needed; changes are updated within five days.',
      "3. Party B does not lend or transfer the account or use another's identity, and answers for the consequences.",
    ],
  ),
  clause(
    'acceptance',
    ['交付与验收', 'Delivery and acceptance'],
    [
      '1. 乙方按任务约定交付成果并上传必要的过程记录；任务发布方按约定标准验收，逾约定期限未提出书面异议的，视为验收合格。',
      '2. 验收不合格的，任务发布方应说明理由，乙方可在合理期限内补正；对结果有争议的，可申请平台调解，调解不影响依法维权。',
      '3. 验收合格后平台出具完工证明，作为结算与纳税的依据之一。',
    ],
    [
      '1. Party B delivers results as agreed and uploads the records needed; the Principal accepts by the agreed standard, and silence beyond the agreed term counts as acceptance.',
      '2. A refusal states its reasons, and Party B may put things right within a reasonable time; in a dispute either may ask the platform to mediate, without loss of legal remedies.',
      '3. After acceptance the platform issues a completion certificate, one of the grounds of settlement and tax.',
    ],
  ),
  clause(
    'pay',
    ['报酬与支付', 'Remuneration and payment'],
    [
      '1. 报酬由任务发布方从其在银行或持牌支付机构开立的专用子账户支付；甲方只发出支付指令，不归集、不占用乙方报酬。',
      '2. 报酬只付至乙方本人经核验的银行账户；任务发布方确认结算后，平台应在约定时间内发出支付指令，银行退回的款项经更正账户后重新支付。',
      '3. 每笔支付均列明应发金额、各项税款及计算过程、实发金额，乙方可随时查询、下载并提出异议。',
      '4. 甲方不向乙方收取任何加入费、保证金或任务费。',
    ],
    [
      '1. Remuneration is paid by the Principal from its own sub-account at a bank or licensed payment institution; Party A only gives payment instructions and neither pools nor holds it.',
      "2. It is paid only to a verified account in Party B's own name. Once the Principal has confirmed a settlement, the platform instructs payment within the agreed time; money returned by the bank is paid again after the account has been corrected.",
      '3. Every payment shows gross amount, each tax with its computation, and net amount; Party B may look it up, download it and object at any time.',
      '4. Party A takes no joining fee, deposit or task fee from Party B.',
    ],
  ),
  clause(
    'tax',
    ['税款', 'Tax'],
    [
      '1. 乙方知悉：平台支付的劳务报酬所得由甲方依法按累计预扣法预扣预缴个人所得税，年度终了由乙方自行办理汇算清缴，多退少补。',
      '2. 增值税及附加税费的办理方式，以乙方是否签署《涉税事项代理授权书》及届时有效的规定为准；同一月份在平台取得的全部收入合并计算。',
      '3. 某次报酬不足以负担当期应扣税款的，差额记为乙方应补税款，从其后各次报酬中优先扣收，任务发布方书面同意负担的除外；任何情况下实发金额不小于零。',
      '4. 甲方依法按季向税务机关报送乙方的身份与收入信息。',
    ],
    [
      '1. Party B knows that Party A withholds individual income tax on labour remuneration by the cumulative method as the law requires, and that Party B settles the year alone with the tax office, any difference being refunded or paid.',
      '2. How VAT and surcharges are handled depends on whether Party B has signed the tax agency authorization and on the rules then in force; all income of a month on the platform is added up.',
      '3. Where one payment cannot bear the tax then due, the difference is recorded as tax owed by Party B and taken first from later payments, unless the Principal agrees in writing to bear it; the net amount is never below zero.',
      "4. Party A reports Party B's identity and income to the tax authority each quarter as the law requires.",
    ],
  ),
  clause(
    'conduct',
    ['行为规范', 'Conduct'],
    [
      '1. 乙方应依法、诚信地完成任务，不虚构任务、成果或收入，不协助他人套取资金、虚开发票或转移所得。',
      '2. 乙方应保守在任务中知悉的任务发布方商业秘密与他人个人信息。',
      '3. 违反前述约定的，平台可暂停其账户，说明理由并给予申辩机会；涉嫌违法的，依法报告主管机关。',
    ],
    [
      '1. Party B completes tasks lawfully and in good faith, invents no task, result or income, and helps nobody to extract money, obtain false invoices or shift income.',
      "2. Party B keeps the Principal's trade secrets and other people's personal information learnt during tasks.",
      '3. On a breach the platform may suspend the account, giving reasons and a chance to be heard; suspected offences are reported to the authorities as the law requires.',
    ],
  ),
];
