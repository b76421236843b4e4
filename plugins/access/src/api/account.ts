import { z } from 'zod';
import { roles } from '@linggong/config/access';

/** `POST /api/auth/local`. */
export const signInBody = z.strictObject({
  identifier: z.string().min(1).max(64).meta({ description: '登录名 · identifier' }),
  password: z.string().min(1).max(512).meta({ description: '密码 · password' }),
});

export const signInAnswer = z.strictObject({ jwt: z.string().meta({ description: '令牌 · bearer token' }) });

/** 202 where the account has a second factor (双因素): the challenge is answered at `/api/auth/second-factor`. */
export const challengeAnswer = z.strictObject({ challenge: z.string() });

/** `POST /api/v1/panel-sessions`: where the panel opens, with the cookie that the answer sets. */
export const panelSessionAnswer = z.strictObject({ url: z.string() });

const reach = z.enum(['all', 'own']);

/** `GET /api/v1/me`: who one is and what one may do; the console draws its menu and buttons by it. */
export const meAnswer = z
  .strictObject({
    id: z.int(),
    identifier: z.string(),
    role: z.enum(roles),
    roleName: z.strictObject({ zh: z.string(), en: z.string() }),
    enterpriseId: z.int().optional(),
    workerId: z.int().optional(),
    permissions: z
      .record(z.string(), z.record(z.string(), reach))
      .meta({ description: 'resource -> action -> all | own' }),
  })
  .meta({ id: 'Me' });

/** `GET /api/v1/permission-matrix`. */
export const matrixAnswer = z.strictObject({
  roles: z.array(z.enum(roles)),
  rules: z.array(
    z.strictObject({ resource: z.string(), action: z.string(), roles: z.partialRecord(z.enum(roles), reach) }),
  ),
});

export type Me = z.infer<typeof meAnswer>;
