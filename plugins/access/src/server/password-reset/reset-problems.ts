import { problem, type Problem } from '@linggong/core/domain';

/** One answer for a wrong code, an old one, one tried too often, and an identifier that nobody has. */
export function resetCodeWrong(): Problem {
  return problem(
    401,
    'reset-code-wrong',
    { zh: '验证码不正确或已失效', en: 'The code is wrong or has lapsed' },
    {
      field: 'code',
      fix: {
        zh: '请核对账号和短信中的验证码；仍不正确时请重新申请',
        en: 'Check the username and the code in the message; ask for a new one where it still does not fit',
      },
    },
  );
}

/** The code of the message was right; a second factor stays one. */
export function secondFactorAsked(): Problem {
  return problem(
    401,
    'second-factor-needed',
    { zh: '此账号已开启双因素验证', en: 'This account has a second factor' },
    {
      field: 'secondFactorCode',
      fix: {
        zh: '请同时输入动态口令或一个恢复码',
        en: 'Give the code of the authenticator app, or a recovery code, as well',
      },
    },
  );
}
