import { problem, type Problem } from '@linggong/core/domain';

export function signInFailed(): Problem {
  return problem(
    401,
    'sign-in-failed',
    { zh: '账号或密码不正确', en: 'The username or the password is wrong' },
    {
      fix: {
        zh: '请检查后重试；多次失败将暂时锁定',
        en: 'Check both and try again; repeated failures lock for a while',
      },
    },
  );
}

export function lockedOut(retryAfterSeconds: number): Problem {
  return problem(
    429,
    'sign-in-locked',
    { zh: '尝试次数过多，登录已暂时锁定', en: 'Too many attempts; sign-in is locked for a while' },
    {
      fix: { zh: `请在 ${retryAfterSeconds} 秒后重试`, en: `Try again in ${retryAfterSeconds} seconds` },
      extra: { retryAfterSeconds },
    },
  );
}
