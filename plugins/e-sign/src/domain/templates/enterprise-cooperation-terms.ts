import { clause } from './clause';

/** Enterprise cooperation agreement, articles 9 to 17: tax, control, information, term and disputes. */
export const termClauses = [
  clause(
    'tax',
    ['税费', 'Tax'],
    [
      '1. 乙方依法对支付给灵活用工人员的劳务报酬按累计预扣法预扣预缴个人所得税，并按灵活用工人员的授权代办增值税及附加税费申报。',
      '2. 单次支付不足以负担应扣税款时，差额由灵活用工人员在其后报酬中负担；甲方选择负担的，应在提交批次时书面确认。',
      '3. 因甲方提供虚假业务资料造成的补税、滞纳金与罚款由甲方承担。',
    ],
    [
      '1. Party B withholds individual income tax on labour remuneration of workers by the cumulative method as the law requires, and files VAT and surcharges for those who authorize it.',
      '2. Where one payment cannot bear the tax due, the worker bears the difference out of later payments; where Party A chooses to bear it, it says so in writing with the batch.',
      '3. Party A bears tax, late payment interest and fines that follow from false business documents of its own.',
    ],
  ),
  clause(
    'invoices',
    ['发票', 'Invoices'],
    [
      '1. 乙方依据真实、已支付的订单向甲方开具发票，开票金额不超过可开票额度；退汇、冲正后应依法开具红字发票。',
      '2. 甲方应核对发票并按规定使用，不得要求开具与实际业务不符的发票。',
    ],
    [
      '1. Party B issues invoices for real and paid orders, within the invoice quota; after returns and reversals it issues red-letter invoices as the law requires.',
      '2. Party A checks invoices and uses them as prescribed, and never asks for one that does not match the business.',
    ],
  ),
  clause(
    'control',
    ['真实性审查与风险控制', 'Authenticity review and risk control'],
    [
      '1. 乙方可在事前、事中、事后对甲方主体、任务、资金与发票进行审查和抽样，包括回访灵活用工人员、要求补充材料、调整限额。',
      '2. 合同流、业务流、资金流、发票流不一致或存在重大异常的，乙方可暂停相关批次并说明理由；查实不诚信的，终止服务并依法报告主管机关。',
    ],
    [
      '1. Before, during and after a trade Party B may review and sample Party A, its tasks, funds and invoices, call workers back, ask for further evidence and adjust limits.',
      '2. Where contract, business, funds and invoices disagree or serious anomalies appear, Party B may suspend the batches concerned, giving reasons; where dishonesty is established it ends the service and reports as the law requires.',
    ],
  ),
  clause(
    'information',
    ['个人信息保护与保密', 'Personal information and secrecy'],
    [
      '1. 双方仅为履行本协议处理灵活用工人员的个人信息，遵循最小必要原则，采取加密、脱敏、权限控制等措施；甲方不得留存超出任务所需的个人信息或向他人提供。',
      '2. 发生个人信息泄露的，应立即采取补救措施并通知对方与受影响的个人。',
      '3. 保密义务在本协议终止后三年内继续有效，个人信息保护义务不受此限。',
    ],
    [
      "1. Both process workers' personal information only to perform this agreement, as little as necessary, with encryption, masking and access control; Party A keeps none beyond the needs of a task and gives none to others.",
      '2. On a leak the party concerned acts at once and informs the other and the persons affected.',
      '3. Secrecy lasts three years beyond the end of this agreement; the protection of personal information has no end.',
    ],
  ),
  clause(
    'signature',
    ['电子签名、账户与送达', 'Electronic signature, accounts and notice'],
    [
      '1. 双方同意以数据电文订立本协议。甲方授权人员确认后，平台记录确认时间、网络地址、确认方式与全文哈希值（SHA-256）作为签署证据。',
      '2. 甲方应妥善保管账户与凭证，以其账户作出的操作视为甲方行为；发现异常应立即通知乙方。',
      '3. 平台消息、登记的联系人手机号与地址为有效送达方式。',
    ],
    [
      '1. The parties conclude this agreement by data message. When an authorized person of Party A confirms, the platform records time, network address, manner and the SHA-256 hash of the full text as evidence of signature.',
      '2. Party A guards its accounts and credentials; what is done with them counts as its own act, and anomalies are reported at once.',
      '3. Notices are validly given as platform messages and to the registered contact.',
    ],
  ),
  clause(
    'term',
    ['期限与终止', 'Term and end'],
    [
      '1. 本协议有效期自 {{validFrom}} 至 {{validTo}}。',
      '2. 任何一方可提前三十日书面通知终止；一方根本违约或存在违法情形的，另一方可立即终止。',
      '3. 终止后双方应完成已确认批次的支付、纳税与开票，甲方子账户余额原路退还；业务与涉税资料依法保存。',
    ],
    [
      '1. This agreement is in force from {{validFrom}} to {{validTo}}.',
      "2. Either may end it with thirty days' written notice, or at once on a fundamental breach or unlawful conduct of the other.",
      '3. After the end the parties complete payment, tax and invoices of confirmed batches; the balance of the sub-account returns the way it came, and business and tax records are kept as the law requires.',
    ],
  ),
  clause(
    'liability',
    ['违约责任', 'Liability'],
    [
      '1. 违约方应赔偿守约方的实际损失，包括合理的维权费用。',
      '2. 乙方因过错错付、重付、漏扣的，应承担追回与补救责任；甲方提交错误指令造成的损失由甲方承担，乙方协助追回。',
      '3. 因不可抗力不能履行的，依法部分或全部免责，但应及时通知并减少损失。',
    ],
    [
      '1. The party in breach makes good the actual loss of the other, with reasonable costs of pursuit.',
      "2. Party B answers for wrong or double payments and missed withholding by its fault and recovers them; loss from wrong instructions of Party A is Party A's, and Party B helps to recover it.",
      '3. Force majeure excuses as far as the law provides, with prompt notice and mitigation.',
    ],
  ),
  clause(
    'disputes',
    ['法律适用与争议解决', 'Law and disputes'],
    ['本协议适用中华人民共和国法律。争议由双方协商解决；协商不成的，提交被告住所地有管辖权的人民法院诉讼解决。'],
    [
      "This agreement is governed by the law of the People's Republic of China. Disputes are first talked over; failing that, the competent people's court at the domicile of the defendant decides.",
    ],
  ),
  clause(
    'language',
    ['文本与其他', 'Text and other matters'],
    [
      '1. 平台公布的商户入驻标准、业务真实性审查标准与计费方案为本协议附件；与正文不一致的，以正文为准。',
      '2. 本协议以中文文本为准，英文译文仅供参考；部分条款无效不影响其他条款的效力。',
    ],
    [
      '1. The admission criteria, authenticity criteria and fee plan published on the platform are annexes; in a conflict the body of this agreement prevails.',
      '2. The Chinese text prevails and the English translation is for reference; the invalidity of one clause leaves the others in force.',
    ],
  ),
];
