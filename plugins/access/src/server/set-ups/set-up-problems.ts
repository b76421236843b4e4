import { notFound, problem, type Problem } from '@linggong/core/domain';
import { decisionProblems } from '../approvals/decision-problems';

/** Refusals of `access.take_set_up_half`. */
export const halfProblems: Readonly<Record<string, () => Problem>> = {
  'not-found': () => notFound({ zh: '启用码', en: 'set-up code' }),
  ...Object.fromEntries(
    (['second-factor', 'second-factor-stale'] as const).flatMap((code) => {
      const refusal = decisionProblems[code];
      return refusal === undefined ? [] : [[code, refusal]];
    }),
  ),
  ended: () =>
    problem(
      409,
      'set-up-ended',
      { zh: '启用码已使用或已过期', en: 'The set-up code has been used or has lapsed' },
      { fix: { zh: '如仍需启用，请重新申请重置密码', en: 'Ask for a reset of the password again' } },
    ),
  taken: () =>
    problem(
      409,
      'set-up-half-taken',
      { zh: '您的一半启用码已经取过，只显示一次', en: 'Your half has been taken; it is told once' },
      { fix: { zh: '如未保存，请重新申请重置密码', en: 'Where it is lost, ask for a reset of the password again' } },
    ),
};

/** One answer for wrong halves, old ones, and an identifier that nobody has or nobody sets up. */
export function setUpCodeWrong(): Problem {
  return problem(
    401,
    'set-up-code-wrong',
    { zh: '启用码不正确或已失效', en: 'The set-up code is wrong or has lapsed' },
    {
      field: 'firstHalf',
      fix: {
        zh: '请核对账号，以及从申请人、审批人处分别取得的两半启用码；仍不正确时请重新申请',
        en: 'Check the username and both halves, one from who asked and one from who approved; ask again where they still do not fit',
      },
    },
  );
}
