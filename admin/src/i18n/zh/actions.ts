import { configurationActions } from './configurations';
import { ratingActions } from './ratings';
import { riskCaseActions } from './risk-cases';
import { materialActions } from './materials';
import { riskListActions } from './risk-lists';

/** What can be done with a record: label, what it does, and how the timeline tells it. */
export const actions = {
  action: {
    ...configurationActions,
    ...ratingActions,
    ...riskCaseActions,
    ...materialActions,
    ...riskListActions,
    ownReview: '由您提交，须由另一人审核。',
    dataRequest: {
      start: { label: '开始处理', lead: '由您处理这项请求，本人会看到“处理中”。' },
      extend: { label: '延长期限', lead: '答复期限延长至收到后三十日，只能延长一次；理由会告知本人。' },
      answer: { label: '答复', lead: '答复后请求结束，内容由本人看到。更正须先在人员资料中完成，删除须先注销。' },
      refuse: { label: '拒绝', lead: '须写明法律依据，由另一人审批后生效；本人会看到依据。' },
    },
    legalHold: {
      end: { label: '解除保全', lead: '解除后，到期内容在下一次清理时清除。' },
    },
    bulkCheck: {
      cancel: {
        label: '取消批量核验',
        lead: '正在核验的一组会做完，其余人员不再核验，也不再产生费用。',
        past: '已取消批量核验',
      },
    },
    feePlan: {
      approve: { label: '批准', lead: '批准后自生效日起按此方案计费，原方案在前一日结束。', past: '批准方案' },
      reject: { label: '驳回', lead: '驳回后方案不生效，请写明理由。', past: '驳回方案' },
    },
    feeBill: {
      'ask-settling': {
        label: '重新提交扣收',
        lead: '上次申请逾期失效或被驳回后使用；由另一位财务审批决定。',
        past: '重新提交扣收',
      },
      settle: { label: '从预存款扣收', lead: '账单金额立即从企业可用余额扣收；负数账单退回余额。', past: '扣收账单' },
      reject: { label: '驳回扣收', lead: '驳回后账单仍待结清，由经办人更正后重新提交；请写明理由。', past: '驳回扣收' },
    },
    ledgerEntry: {
      reverse: {
        label: '申请冲销',
        lead: '经另一位财务审批批准后，按原凭证反向记一张新凭证；原凭证不变，每张只能冲销一次。',
        past: '冲销凭证',
      },
    },
    eventDelivery: {
      repeat: {
        label: '重新投递',
        lead: '事件将重新送达接收方，重试次数重新计算；已完成的处理不会重复执行。',
        past: '已重新投递',
      },
    },
    enterprise: {
      create: { label: '新建', lead: '', past: '新建企业' },
      submit: { label: '提交审核', lead: '提交后由平台运营审核，审核期间资料不能修改。', past: '提交审核' },
      approve: {
        label: '审核通过',
        lead: '确认资料真实、经营范围符合平台许可的业务场景。通过后企业签署合作协议。',
        past: '审核通过',
      },
      reject: { label: '退回', lead: '退回后企业按理由修改，再次提交。', past: '退回' },
      visit: { label: '现场核查', lead: '按清单核查经营场所。', past: '现场核查' },
      review: {
        label: '定期复核',
        lead: '按现行入驻标准逐条复核。企业状态不变；有不符合的，转为风险案件处理。',
        past: '定期复核',
      },
      sign: { label: '签署合作协议', lead: '签署后企业可以发布任务、上传发放表。', past: '签署合作协议' },
      suspend: { label: '暂停', lead: '暂停后不能发布任务、确认批次；已放款的继续完成。', past: '暂停' },
      resume: { label: '恢复', lead: '恢复后可以继续发布任务和发放。', past: '恢复' },
      offboard: { label: '清退', lead: '清退不能撤销，证据会保留；再次合作须重新入驻。', past: '清退' },
      change: { label: '修改资料', lead: '', past: '修改资料' },
    },
    worker: {
      suspend: { label: '暂停', lead: '暂停后不能承揽和收款。' },
      resume: { label: '恢复', lead: '恢复后可以继续承揽和收款。' },
      deregister: {
        label: '注销',
        lead: '注销后不再发放，资料随即锁定：只按法定期限保存，期满自动清除；工作人员只在“已注销人员”中看到编号和期限。',
      },
      return: { label: '重新登记', lead: '重新登记后须再次通过实名核验，才能承揽和收款。' },
    },
    task: {
      submit: { label: '提交审核', lead: '提交后由平台审核，审核期间不能修改。' },
      publish: { label: '审核通过并发布', lead: '确认任务属于许可的业务场景、没有用工特征。发布后灵工可以承揽。' },
      return: { label: '退回', lead: '退回后企业按理由修改，再次提交。' },
      close: { label: '结束', lead: '结束后不能再承揽；已承揽的仍可验收和结算。' },
      cancel: { label: '取消任务', lead: '取消后不能恢复。' },
    },
    schedule: {
      run: { label: '立即执行', lead: '与到点自动执行的是同一件事，记在您的名下；已在执行时看到的是那一次。' },
    },
    backup: {
      run: { label: '立即备份', lead: '在线进行，不影响业务；完成后按保留规则清理旧备份。' },
      restore: {
        label: '申请恢复',
        lead: '由安全管理员以双因素批准；批准后在审批页面取得恢复授权文件（一次），24 小时内交恢复命令使用。',
      },
      verify: { label: '回读校验', lead: '把这份备份整个读回一遍，核对每一部分的校验和与所需日志。' },
    },
    drill: {
      run: { label: '立即演练', lead: '把最近一份备份恢复到临时数据库，重新核对账目、税额与审计日志，完成后删除。' },
    },
    bypass: {
      acknowledge: { label: '确认', lead: '写明是谁、为什么改的。记录本身保持不变。' },
    },
    finding: {
      acknowledge: { label: '确认', lead: '表示已看到并着手处理。' },
      resolve: { label: '了结', lead: '写明原因与处理结果；下次审计仍发现时会再次出现。' },
    },
    job: { repeat: { label: '重新执行', lead: '从上次停下的地方再执行一次；已完成的部分不会重做。' } },
    taxPeriod: {
      close: { label: '关账', lead: '关账后本月数字不再变动；有未付出的记录时不能关账。' },
      reopen: { label: '重新打开', lead: '重新打开后数字随记录变动，须再次关账才能申报。' },
      file: { label: '登记已申报', lead: '登记已在自然人电子税务局申报。申报后的变动须更正申报。' },
      pay: { label: '登记已缴款', lead: '登记税款已缴库。' },
    },
    signatureRequest: {
      repeat: { label: '重试', lead: '先向服务方查询是否已经发起，没有才再次发起。' },
    },
    contract: {
      sign: { label: '签署', lead: '请阅读全文，同意后签署。签署时记录时间、地址与文本摘要。' },
      revoke: { label: '终止', lead: '未签署的收回；已签署的自现在起终止，已发生的付款不受影响。' },
    },
    signIn: {
      block: { label: '停用', lead: '停用后立即退出登录，不能再登录；历史记录保留。' },
      unblock: { label: '启用', lead: '经审批后可以用原密码登录，本人会收到通知。' },
      'reset-password': {
        label: '重置密码',
        lead: '经审批后原密码失效、登录全部退出。申请人与审批人各取启用码的一半交给本人，本人凭两半设置新密码。',
      },
      'confirm-holder': {
        label: '核实持有人',
        lead: '本人自行登记的持有人，经核对证件并由机构负责人确认后，此账号才能提交或决定审批。',
      },
      'restore-administrator': {
        label: '申请恢复',
        lead: '遗失密码或双因素时使用：由机构负责人审批后，您与审批人各取启用码的一半交给本人，本人凭两半设置密码并重新绑定。',
      },
      'reset-second-factor': {
        label: '重置双因素',
        lead: '手机与恢复码均遗失时使用：经审批后此人的登录全部退出，下次登录须重新绑定；本人会收到通知。',
      },
    },
    delegation: {
      end: { label: '结束', lead: '立即结束，之后不再由受托人代为审批。' },
    },
    elevation: {
      end: { label: '结束', lead: '立即结束，之后不能再查看。' },
      review: { label: '核查', lead: '确认已逐条看过期间的查看记录；请写明核查意见。' },
    },
    session: {
      end: { label: '结束', lead: '此人须重新登录；正在进行的操作不会回退。' },
    },
    engagement: {
      engage: { label: '同意承揽', lead: '此人即可开始工作；占用一个名额和约定报酬的预算，并通知本人。' },
      decline: { label: '谢绝报名', lead: '报名到此结束，理由会给本人看到。' },
      withdraw: { label: '撤回报名', lead: '撤回后企业不再看到这次报名；名额未满时可以再次报名。' },
      deliver: { label: '交付', lead: '标记为已交付，等待企业验收。' },
      accept: { label: '验收通过', lead: '验收后生成完工证明，并可列入发放表结算。' },
      cancel: { label: '取消承揽', lead: '取消后不能结算。' },
    },
  },
};
