import { z } from 'zod';

const identifier = z.string().min(1).max(64).meta({ description: '账号 · identifier' });

/** `POST /api/auth/password-resets`. */
export const resetBody = z.strictObject({
  identifier,
  phone: z
    .string()
    .trim()
    .regex(/^\+?[0-9]{6,15}$/)
    .meta({ description: '账号持有人的手机号 · mobile number of the holder' }),
});

const request = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .meta({ description: '本次申请的凭据，只交给申请人 · word of this request, told to who asked and nobody else' });

/** The same for every request, but for a random word. */
export const resetAskedAnswer = z.strictObject({
  request,
  minutes: z.int().meta({ description: '验证码有效分钟数 · a code, if one is sent, is good for so long' }),
});

/** `POST /api/auth/password-resets/complete`. */
export const resetCompletionBody = z.strictObject({
  request,
  identifier,
  code: z
    .string()
    .trim()
    .regex(/^[0-9]{6}$/)
    .meta({ description: '短信验证码 · six digits of the message' }),
  newPassword: z.string().min(1).max(512).meta({ description: '新密码 · new password' }),
  secondFactorCode: z
    .string()
    .trim()
    .min(6)
    .max(16)
    .optional()
    .meta({ description: '动态口令或恢复码 · where the account has a second factor' }),
});

export const resetDoneAnswer = z.strictObject({ changed: z.boolean() });
