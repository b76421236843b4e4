import { z } from 'zod';
import { instantOutput } from './fields';

/** `POST /approvals/{id}/set-up-half`: told this once. */
export const setUpHalfAnswer = z.strictObject({
  half: z.string().meta({ description: '启用码的一半，仅显示一次 · half of the set-up code, told once' }),
  of: z.enum(['maker', 'decider']).meta({ description: '申请人或审批人的一半 · whose half it is' }),
  expiresAt: instantOutput,
});

const half = z
  .string()
  .trim()
  .min(16)
  .max(40)
  .meta({ description: '启用码的一半，先后不限 · half of the set-up code, in any order' });

/** `POST /api/auth/set-ups`. */
export const setUpBody = z.strictObject({
  identifier: z.string().min(1).max(64).meta({ description: '账号 · identifier' }),
  firstHalf: half,
  secondHalf: half,
  newPassword: z.string().min(1).max(512).meta({ description: '新密码 · new password' }),
});

export const setUpDoneAnswer = z.strictObject({ done: z.boolean() });
