import { z } from 'zod';
import { roles, staffRoles, workingRoles } from '@linggong/config/access';
import { holdsPersonalNumber } from '@linggong/core/domain';
import { dutyKinds, dutyPages } from '../domain/duty';
import { identifierFault } from '../domain/identifier';
import { noticeKinds } from '../domain/notice';
import { holderBody } from './approval';
import { dayText, idNumber, instantOutput, reasonText } from './fields';

/** What a notice of a duty is about (待办提醒). */
const dutySubject = z.strictObject({
  page: z.enum(dutyPages),
  id: z.int(),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  dueOn: dayText,
  step: z.string().optional().meta({ description: '提醒阶段 · how near the day is' }),
});

/** `POST /api/auth/local`. */
export const signInBody = z.strictObject({
  identifier: z.string().min(1).max(64).meta({ description: '账号 · identifier' }),
  password: z.string().min(1).max(512).meta({ description: '密码 · password' }),
});

export const signInAnswer = z.strictObject({ jwt: z.string().meta({ description: '令牌 · bearer token' }) });

/** 202 where the account has a second factor (双因素): the challenge is answered at `/api/auth/second-factor`. */
export const challengeAnswer = z.strictObject({ challenge: z.string() });

const codeText = z
  .string()
  .trim()
  .min(6)
  .max(16)
  .meta({ description: '动态口令（6 位数字）或恢复码 · six digits of the app, or a recovery code' });

/** `POST /api/auth/second-factor`. */
export const challengeBody = z.strictObject({ challenge: z.string().min(1).max(64), code: codeText });

/** `POST /api/v1/me/second-factor/{confirm|check|recovery-codes|remove}`. */
export const codeBody = z.strictObject({ code: codeText });

/** `POST /api/v1/me/second-factor`. */
export const shownSecretAnswer = z.strictObject({
  secret: z.string().meta({ description: '密钥（Base32），供手工输入 · for typing by hand' }),
  uri: z.string().meta({ description: 'otpauth://' }),
  qr: z.string().meta({ description: '二维码（SVG）· QR code as SVG' }),
});

export const recoveryCodesAnswer = z.strictObject({
  recoveryCodes: z.array(z.string()).meta({ description: '恢复码，仅显示一次 · told once' }),
});

/** `POST /api/v1/panel-sessions`: where the panel opens, with the cookie that the answer sets. */
export const panelSessionAnswer = z.strictObject({ url: z.string() });

const reach = z.enum(['all', 'own', 'queue']);

/** `GET /api/v1/me`: who one is and what one may do; the console draws its menu and buttons by it. */
export const meAnswer = z
  .strictObject({
    id: z.int(),
    identifier: z.string(),
    role: z.enum(roles),
    roleName: z.strictObject({ zh: z.string(), en: z.string() }),
    enterpriseId: z.int().optional(),
    workerId: z.int().optional(),
    mustChangePassword: z
      .literal(true)
      .optional()
      .meta({ description: '须先修改密码 · a first password, or one too old' }),
    passwordExpired: z.literal(true).optional().meta({ description: '密码已过期 · the password is too old' }),
    secondFactor: z.strictObject({
      isOn: z.boolean().meta({ description: '已开启双因素验证 · the account has one' }),
      isDemanded: z.boolean().meta({ description: '角色必须使用 · the role works with one only' }),
      since: instantOutput.optional(),
      passedAt: instantOutput.optional().meta({ description: '本次登录通过的时间 · passed by this session' }),
      recoveryCodesLeft: z.int(),
    }),
    sessionSecondsLeft: z
      .int()
      .meta({ description: '本次登录还有多少秒到期 · seconds until this session ends, however busy it is' }),
    notices: z
      .array(
        z.strictObject({
          id: z.string(),
          kind: z.enum([...noticeKinds, ...dutyKinds]),
          byName: z.string(),
          at: instantOutput,
          about: dutySubject.nullable(),
        }),
      )
      .meta({
        description:
          '尚未确认的通知：他人对本账号所做的变动，或须按期办理的事项 · not seen yet: what others did about the account, or what it is asked to do by a day',
      }),
    setUp: z
      .array(z.enum(['password-change', 'second-factor']))
      .meta({ description: '使用前须完成的步骤 · what is left to do before the role counts' }),
    permissions: z
      .record(z.string(), z.record(z.string(), reach))
      .meta({ description: 'resource -> action -> all | own | queue' }),
    hiddenFields: z
      .record(z.string(), z.array(z.string()))
      .meta({ description: '本角色不可见的字段 · resource -> fields that the role does not see' }),
    elevations: z
      .array(
        z.strictObject({
          id: z.uuid(),
          resource: z.string(),
          actions: z.array(z.string()),
          until: instantOutput,
        }),
      )
      .meta({ description: '生效中的提权，已并入权限 · live elevations; the permissions hold what they open' }),
  })
  .meta({ id: 'Me' });

/** `POST /api/v1/me/password`. */
export const passwordChangeBody = z.strictObject({
  oldPassword: z.string().min(1).max(512).meta({ description: '原密码 · old password' }),
  newPassword: z.string().min(1).max(512).meta({ description: '新密码 · new password' }),
});

/** `POST /api/v1/accounts`: roles of the daily work; administrators are not opened this way. */
export const newAccountBody = z.strictObject({
  identifier: z
    .string()
    .trim()
    .min(1)
    .max(64)
    // It stands in clear in requests, lists and the log.
    .refine((text) => !holdsPersonalNumber(text), {
      params: { zh: '不能用证件号码、手机号或银行卡号', en: 'is no identity, telephone or bank card number' },
    })
    // Who asks is told, and not who approves in the end.
    .refine((text) => identifierFault(text) !== 'format', {
      params: {
        zh: '应为 3 至 64 个字母、数字、点、横线或下划线，不含空格',
        en: 'is 3 to 64 letters, digits, dots, dashes or underscores, without spaces',
      },
    })
    .meta({ description: '登录名 · identifier' }),
  role: z.enum(workingRoles).meta({ description: '角色 · role' }),
  enterpriseId: idNumber.optional().meta({ description: '企业编号（仅企业账号）· enterprise' }),
  workerId: idNumber.optional().meta({ description: '灵工编号（仅灵工账号）· worker' }),
  holder: holderBody.optional().meta({
    description:
      '账号持有人，由审批人一并核实；灵工、合作系统账号不填 · who stands behind it, confirmed by who approves; not of workers and partner systems',
  }),
});

/** Nobody is told a password: whoever asked and whoever approved each take half of a set-up code. */
export const newAccountAnswer = z.strictObject({ id: z.int(), identifier: z.string() });

/** `POST /api/v1/accounts/{id}/confirm-holder`. */
export const holderConfirmedAnswer = z.strictObject({ id: z.int(), confirmed: z.boolean() });

/** `POST /api/v1/me/notices/seen`. */
export const noticesSeenBody = z.strictObject({
  upTo: z
    .string()
    .regex(/^[0-9]{1,18}$/)
    .meta({ description: '已看到的最后一条通知 · the last notice that was seen' }),
});
export const noticesSeenAnswer = z.strictObject({ seen: z.int() });

/** `POST /api/v1/accounts/{id}/role`. */
export const roleChangeBody = z.strictObject({
  role: z.enum(staffRoles).meta({ description: '新角色 · the role that it is to have' }),
  reason: reasonText,
});
export const roleChangeAnswer = z.strictObject({ id: z.int(), role: z.enum(roles) });

/** `POST /api/v1/accounts/restore-security-admin`: who asks sees no list of accounts, and names it. */
export const securityRestoreBody = z.strictObject({
  identifier: z.string().trim().min(1).max(64).meta({ description: '登录名 · identifier' }),
  reason: reasonText,
});

/** `POST /api/v1/accounts/{id}/{block|unblock|reset-password}`. */
export const accountActionBody = z.strictObject({ reason: reasonText });
export const accountActionAnswer = z.strictObject({ id: z.int(), blocked: z.boolean() });
export const passwordResetAnswer = z.strictObject({ id: z.int() });

const approvalMark = z
  .strictObject({
    mode: z.enum(['native', 'replay', 'redeem']),
    by: z.array(z.enum(roles)).readonly(),
    byAspect: z
      .record(z.string(), z.array(z.enum(roles)).readonly())
      .optional()
      .meta({ description: '部分内容由其他角色审批 · other deciders for a part' }),
    spares: z.array(z.enum(roles)).readonly().optional().meta({ description: '无需审批的角色 · roles that need none' }),
    hours: z.int().meta({ description: '逾期未决即失效 · an undecided request is void after it' }),
    firstBy: z.enum(roles).optional().meta({ description: '首个审批人由其审批 · decides on the first of them' }),
    unless: z
      .array(z.enum(['small', 'elevated']))
      .readonly()
      .optional()
      .meta({ description: '无需审批的情形 · what needs none: small calls, what an elevation opens' }),
    escalate: z.strictObject({ afterHours: z.int(), to: z.enum(roles) }).optional(),
  })
  .meta({ description: '须由第二人审批 · waits for a second person' });

/** `GET /api/v1/permission-matrix`. */
const text = z.strictObject({ zh: z.string(), en: z.string() });
const matrixLine = z.strictObject({
  resource: z.string(),
  action: z.string(),
  roles: z.partialRecord(z.enum(roles), reach),
  operations: z
    .array(z.strictObject({ method: z.string(), address: z.string(), name: text }))
    .meta({ description: '由此行放行的接口 · operations that the line opens' }),
  approval: approvalMark.optional(),
  elevation: z
    .strictObject({ roles: z.array(z.enum(roles)).readonly() })
    .optional()
    .meta({ description: '可经上级批准临时查看的角色 · roles that may be let in for a while' }),
  stepUp: z
    .literal(true)
    .optional()
    .meta({ description: '须刚刚通过双因素验证 · takes a code that was given just now' }),
});
export const matrixAnswer = z.strictObject({
  roles: z.array(z.strictObject({ role: z.enum(roles), name: text })),
  rules: z.array(matrixLine),
  fields: z
    .array(z.strictObject({ resource: z.string(), field: z.string(), seenBy: z.array(z.enum(roles)) }))
    .meta({ description: '仅部分角色可见的字段 · fields that some roles only see' }),
});
export type PermissionMatrix = z.infer<typeof matrixAnswer>;

export type Me = z.infer<typeof meAnswer>;
