import { problem, type Problem } from '@linggong/core/domain';

/** Nothing is let through where a table did not decide. */
export function notDecided(): Problem {
  return problem(
    503,
    'table-not-decided',
    {
      zh: '决策表未能在限定时间内得出结果，本次没有作出任何决定',
      en: 'The table gave no result in time; nothing was decided',
    },
    {
      fix: {
        zh: '请稍后重试；如仍然如此，请减少该表的行和列',
        en: 'Try again later; where it stays so, give the table fewer rows and columns',
      },
    },
  );
}
