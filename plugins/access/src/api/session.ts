import { z } from 'zod';
import { instantOutput, reasonText } from './fields';

/** `GET /api/v1/me/sessions`: one's own live sessions (登录会话), the latest first. */
export const ownSessionsAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.uuid(),
      startedAt: instantOutput,
      lastSeenAt: instantOutput,
      endsAt: instantOutput.meta({ description: '最迟结束时间 · ends at the latest' }),
      address: z.string().optional().meta({ description: '网络地址 · network address' }),
      device: z.string().optional().meta({ description: '浏览器或程序 · what it calls itself' }),
      secondFactor: z.enum(['totp', 'recovery-code']).optional(),
      isThis: z.boolean().meta({ description: '当前会话 · the one that asks' }),
    }),
  ),
});

export const sessionParams = z.strictObject({ id: z.uuid() });

export const sessionEndBody = z.strictObject({ reason: reasonText });

export const sessionsEndedAnswer = z.strictObject({ ended: z.int() });
