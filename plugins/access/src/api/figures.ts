import { roles } from '@linggong/config/access';
import { z } from 'zod';

/** `GET /role-staffing`: each role of the platform's people and administrators, and who holds it (在岗情况). */
export const roleStaffingAnswer = z
  .strictObject({
    items: z.array(
      z.strictObject({
        role: z.enum(roles),
        holders: z.int().meta({ description: '可登录的账号 · accounts that may sign in' }),
        seen: z.int().meta({ description: '近 30 天登录过的账号 · of these, seen in the last 30 days' }),
      }),
    ),
  })
  .meta({ id: 'RoleStaffing' });
export type RoleStaffing = z.infer<typeof roleStaffingAnswer>;

/** `GET /sign-in-figures`: sign-ins that were stopped (登录异常). Identifiers are kept as keyed hashes, so they are counted and never named. */
export const signInFigures = z
  .strictObject({
    locked: z.int().meta({ description: '此刻被锁定的登录名 · identifiers locked now' }),
    lockedUntil: z.union([z.date(), z.iso.datetime()]).nullable(),
    failing: z
      .int()
      .meta({ description: '近 24 小时输错过密码的登录名 · identifiers with wrong passwords in 24 hours' }),
  })
  .meta({ id: 'SignInFigures' });
export type SignInFigures = z.infer<typeof signInFigures>;
