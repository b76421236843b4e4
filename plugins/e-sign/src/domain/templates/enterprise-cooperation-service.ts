import { clause } from './clause';

/** Enterprise cooperation agreement, articles 1 to 8: what is done, by whom, and how it is paid. */
export const serviceClauses = [
  clause(
    'definitions',
    ['定义', 'Definitions'],
    [
      '1. “灵活用工人员”指在平台实名登记、自主承揽任务的自然人。',
      '2. “任务”指甲方在平台发布、有明确成果与验收标准的工作；“订单”指甲方就一项已验收任务向一名灵活用工人员的一次支付。',
      '3. “结算批次”指甲方一次提交、乙方一次核验和支付的若干订单。',
    ],
    [
      '1. "Worker" means a natural person registered on the platform under a real name who undertakes tasks freely.',
      '2. "Task" means work published by Party A on the platform with a clear result and standard of acceptance; "order" means one payment of Party A to one worker for an accepted task.',
      '3. "Settlement batch" means orders that Party A submits, and Party B checks and pays, together.',
    ],
  ),
  clause(
    'services',
    ['服务内容', 'Services'],
    [
      '乙方向甲方提供：任务发布与承揽撮合、灵活用工人员实名核验、电子协议签署、任务过程与验收管理、结算核算与支付指令、个人所得税预扣预缴及依授权代办增值税申报、发票与完税凭证、业务数据查询与档案保存。',
    ],
    [
      'Party B provides Party A with publication of tasks and matching with workers, real-name verification of workers, electronic agreements, management of delivery and acceptance, settlement and payment instructions, withholding of individual income tax and filing of VAT where workers authorize it, invoices and tax certificates, and the query and archiving of business records.',
    ],
  ),
  clause(
    'relation',
    ['合作性质', 'Nature of the cooperation'],
    [
      '1. 本协议为平台服务合作，不构成劳务派遣、劳务外包中的用工管理或人力资源代发工资。',
      '2. 甲方不得将其职工、应建立劳动关系的人员或以考勤排班方式管理的人员转为灵活用工人员结算；不得以本协议规避劳动法律义务。',
      '3. 乙方对每项任务的用工形式进行审核，对呈现固定工时、考勤管理、长期仅服务一家企业等特征的任务，可要求说明、退回或停止结算。',
    ],
    [
      '1. This is a cooperation for platform services; it is neither labour dispatch, nor management of labour in outsourcing, nor payroll on behalf of an employer.',
      '2. Party A does not settle through the platform its own employees, persons with whom a labour relation must be established, or persons managed by attendance and rosters, and does not use this agreement to evade labour law.',
      '3. Party B reviews the form of work of each task and may ask for reasons, send back or stop settling tasks that show fixed hours, attendance control or lasting work for one enterprise only.',
    ],
  ),
  clause(
    'enterprise-duties',
    ['甲方义务', 'Duties of Party A'],
    [
      '1. 提供真实、完整、有效的主体资料，变化后五日内更新，并配合年度复核。',
      '2. 任务真实发生、属于其经营范围与平台许可的业务场景，成果与单价公允，不虚构任务或拆分支付。',
      '3. 按约定验收，保存并按要求提供合同、成果、验收等能证明业务真实的材料。',
      '4. 不借平台套取资金、虚开发票、转移利润或支付与任务无关的款项；配合乙方及主管机关的核查。',
    ],
    [
      '1. Provides true, complete and valid documents about itself, updates them within five days of a change, and supports the yearly review.',
      '2. Publishes only real tasks within its business scope and the scenarios permitted on the platform, at fair results and prices, and neither invents tasks nor splits payments.',
      '3. Accepts work as agreed, and keeps and on request provides the contracts, results and acceptances that prove the business to be real.',
      '4. Does not use the platform to extract money, obtain false invoices, shift profit or pay what no task justifies, and supports inquiries of Party B and the authorities.',
    ],
  ),
  clause(
    'platform-duties',
    ['乙方义务', 'Duties of Party B'],
    [
      '1. 依法取得并保持开展业务所需的资质，向甲方公示；保障系统安全、可用并留存日志。',
      '2. 核验灵活用工人员的身份与收款账户，确保收款人与签约人、任务承揽人一致。',
      '3. 依法履行扣缴、申报与涉税信息报送义务，向甲方提供可核对的计算过程与凭证。',
      '4. 对甲方的商业秘密与资料保密，未经同意不用于本协议以外的目的。',
    ],
    [
      '1. Obtains and keeps the qualifications that the business needs and shows them to Party A; keeps the system secure, available and logged.',
      '2. Verifies identity and receiving account of workers, so that payee, signatory and undertaker of the task are one person.',
      '3. Meets its duties of withholding, filing and reporting tax information, and gives Party A computations and vouchers that can be checked.',
      "4. Keeps Party A's trade secrets and documents, and uses them for nothing else without consent.",
    ],
  ),
  clause(
    'acceptance',
    ['任务验收与完工证明', 'Acceptance and completion certificates'],
    [
      '1. 甲方应在任务约定的期限内验收；逾期未提出书面异议的，视为验收合格。',
      '2. 验收合格的，由平台生成完工证明；未验收合格的任务不得提交结算。',
    ],
    [
      '1. Party A accepts within the term of the task; without a written objection within that term the work counts as accepted.',
      '2. For accepted work the platform makes a completion certificate; what has not been accepted may not be submitted for settlement.',
    ],
  ),
  clause(
    'money',
    ['资金与结算', 'Funds and settlement'],
    [
      '1. 甲方资金存放于以甲方名义在银行或持牌支付机构开立的专用子账户，乙方不归集、不挪用；不同企业的资金不得相互划转，退款原路返回。',
      '2. 乙方就每一结算批次出具报价，列明应发金额、服务费、各项税费与实发金额；甲方确认报价后冻结相应资金，超过报价有效期应重新报价。',
      '3. 银行受理成功不等于最终到账；退汇的款项退回甲方子账户，相应的税费、开票额度同时冲回。',
      '4. 甲方账户余额不足的，乙方不垫付。',
    ],
    [
      "1. Party A's money is kept in a sub-account of its own at a bank or licensed payment institution; Party B neither pools nor diverts it. Money never moves from one enterprise to another, and refunds return the way they came.",
      '2. For each settlement batch Party B gives a quote that shows gross amounts, service fee, each tax and net amounts; by confirming it Party A has the funds held, and a quote out of its term is made anew.',
      "3. Acceptance by the bank is not final receipt; returned payments go back to Party A's sub-account, and tax and invoice quota are reversed with them.",
      '4. Party B advances no money where the balance is short.',
    ],
  ),
  clause(
    'fee',
    ['服务费', 'Service fee'],
    [
      '1. 服务费按甲方在平台确认并生效的计费方案计算，方案列明费率、计费基数与收取时点；方案变更须经双方确认，只适用于变更生效后的批次。',
      '2. 订单失败、取消或退汇的，相应服务费不予收取或予以退还。',
    ],
    [
      '1. The service fee follows the fee plan that Party A has confirmed on the platform, with its rate, base and time of charge; a change needs the confirmation of both and applies only to later batches.',
      '2. For orders that fail, are cancelled or are returned, the fee is not charged or is repaid.',
    ],
  ),
];
