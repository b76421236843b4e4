import { problem, type Problem } from '@linggong/core/domain';
import { factorStale } from '../second-factor/factor-problems';
import { noSuchApproval } from './approval-rows';

/** Refusals of `access.decide_approval`, and what is known before it is asked. */
export const decisionProblems: Readonly<Record<string, () => Problem>> = {
  'not-found': noSuchApproval,
  'not-pending': () =>
    problem(409, 'approval-not-pending', {
      zh: '该申请已处理、撤回或过期',
      en: 'The request has been decided, withdrawn or has expired',
    }),
  'not-decider': () =>
    problem(403, 'approval-not-yours', {
      zh: '该申请不由您的角色审批',
      en: 'The request does not wait for your role',
    }),
  own: () =>
    problem(
      403,
      'approval-own',
      {
        zh: '不能审批本人提出的申请或关于本人账号的申请，包括本人名下的其他账号',
        en: 'Nobody decides his own request, nor one about his own account, nor of another account of the same person',
      },
      { fix: { zh: '请由另一位有权人员审批', en: 'Somebody else of the right role decides it' } },
    ),
  'second-factor': () =>
    problem(
      403,
      'second-factor-required',
      { zh: '审批须以双因素方式登录', en: 'A decision takes a session with a second factor' },
      { fix: { zh: '请启用双因素并重新登录', en: 'Enrol a second factor and sign in again' } },
    ),
  'second-factor-stale': factorStale,
  'holder-missing': holderMissing,
  'maker-unknown': makerMissing,
  'not-seen': () =>
    problem(
      409,
      'approval-outdated',
      { zh: '所见内容与申请不一致', en: 'What was shown is not what is asked' },
      { fix: { zh: '请刷新后重新查看', en: 'Load it again and look again' } },
    ),
};

export function outdated(): Problem {
  return problem(
    409,
    'approval-outdated',
    { zh: '事项在申请后已发生变化，该申请已失效', en: 'What it stands on has changed since; the request is void' },
    { fix: { zh: '请申请人按现状重新提交', en: 'The maker asks again on what stands now' } },
  );
}

/** An action whose native request is not there although it should wait for one. */
export function approvalMissing(): Problem {
  return problem(409, 'approval-missing', {
    zh: '没有对应的待审批申请，不能执行',
    en: 'Nothing is asked for here, so nothing can be decided',
  });
}

/** An account whose person is told by himself alone neither asks for a second person nor is one. */
export function holderUnconfirmed(): Problem {
  return problem(
    403,
    'holder-unconfirmed',
    {
      zh: '本账号的持有人尚未核实，不能提交或处理审批',
      en: 'Nobody has confirmed who stands behind this account: it asks for no approval and decides none',
    },
    {
      fix: {
        zh: '请联系安全管理员申请核实，由机构负责人确认',
        en: 'Have the security administrator ask for it; the institution’s manager confirms it',
      },
    },
  );
}

/** As `holderUnconfirmed`, of who asked. */
export function makerUnconfirmed(): Problem {
  return problem(
    409,
    'maker-holder-unconfirmed',
    { zh: '申请账号的持有人尚未核实，不能批准', en: 'Nobody has confirmed who stands behind the asking account' },
    { fix: { zh: '请先核实申请账号的持有人', en: 'Have its holder confirmed first' } },
  );
}

/** The request stands: it is decided once the maker has said who he is and two others have confirmed it. */
export function makerMissing(): Problem {
  return problem(
    409,
    'maker-holder-missing',
    { zh: '申请账号尚未登记持有人，无法确认是否为同一人', en: 'Nobody knows who stands behind the asking account' },
    {
      fix: {
        zh: '请申请人在“账号持有人”页登记，由安全管理员申请核实、审批通过后再批准；原申请在有效期内保留',
        en: 'The maker says on his own page who he is, the security administrator has it confirmed; the request waits as long as its term',
      },
    },
  );
}

/** An account whose person is unknown neither asks for a second person nor is one. */
export function holderMissing(): Problem {
  return problem(
    403,
    'holder-missing',
    {
      zh: '本账号尚未登记持有人，不能提交或处理审批',
      en: 'Nobody knows who stands behind this account: it asks for no approval and decides none',
    },
    { fix: { zh: '请先登记账号持有人', en: 'Say who stands behind the account first' } },
  );
}
