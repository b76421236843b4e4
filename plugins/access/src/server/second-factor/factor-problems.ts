import { problem, type Problem } from '@linggong/core/domain';

/** @param status 401 at sign-in; 400 where somebody signed in gives a code */
export function codeWrong(status: 400 | 401): Problem {
  return problem(
    status,
    'code-wrong',
    { zh: '验证码不正确', en: 'The code is wrong' },
    {
      field: 'code',
      fix: {
        zh: '请输入动态口令应用当前显示的 6 位数字；手机时间须准确',
        en: 'Type the six digits that the app shows now; the clock of the telephone must be right',
      },
    },
  );
}

export function codeUsed(status: 400 | 401, retryAfterSeconds: number): Problem {
  return problem(
    status,
    'code-used',
    { zh: '此验证码已经用过', en: 'This code was used already' },
    {
      field: 'code',
      fix: {
        zh: `请等待 ${retryAfterSeconds} 秒，输入下一个验证码`,
        en: `Wait ${retryAfterSeconds} seconds and type the next one`,
      },
      extra: { retryAfterSeconds },
    },
  );
}

export function challengeEnded(): Problem {
  return problem(
    401,
    'challenge-ended',
    { zh: '本次登录已失效', en: 'This sign-in has lapsed' },
    { fix: { zh: '请重新输入账号和密码', en: 'Give username and password again' } },
  );
}

export function factorNotBegun(): Problem {
  return problem(
    409,
    'second-factor-not-begun',
    { zh: '尚未生成动态口令密钥', en: 'No secret was made yet' },
    { fix: { zh: '请重新开始绑定', en: 'Start setting it up again' } },
  );
}

export function factorOff(): Problem {
  return problem(409, 'second-factor-off', { zh: '尚未开启双因素验证', en: 'There is no second factor yet' });
}

export function factorStale(): Problem {
  return problem(
    403,
    'second-factor-stale',
    { zh: '请先输入当前的验证码', en: 'Give the code of your second factor first' },
    {
      fix: {
        zh: '输入动态口令或恢复码后重试',
        en: 'Give it, or a recovery code, and try again',
      },
    },
  );
}

/** Of an act that takes a fresh second factor, and an account that has none yet. */
export function factorUnset(): Problem {
  return problem(
    403,
    'second-factor-unset',
    { zh: '此操作须先开启双因素验证', en: 'This takes a second factor, and your account has none yet' },
    {
      fix: {
        zh: '请在“登录安全”页绑定动态口令后再试',
        en: 'Set one up on the page “Sign-in security”, then do it again',
      },
    },
  );
}

export function factorMandatory(): Problem {
  return problem(
    403,
    'second-factor-mandatory',
    { zh: '您的角色必须使用双因素验证', en: 'Your role works with a second factor only' },
    { fix: { zh: '如更换手机，请重新绑定', en: 'Set it up anew where you change your telephone' } },
  );
}
