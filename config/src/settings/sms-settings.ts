import { z } from 'zod';
import { Secret } from './secret';
import { isSafeUrl } from './safe-url';
import { SettingsProblem } from './settings-problem';

/** Operators of short messages (短信服务商) with an adapter. */
export const smsChannels = ['tencent-sms', 'aliyun-sms'] as const;
export type SmsChannel = (typeof smsChannels)[number];

/** A channel whose credentials, signature and templates are complete. Texts are approved by the operator: we send its codes of templates. */
export interface SmsSettings {
  readonly channel: SmsChannel;
  readonly keyId: string;
  readonly secret: Secret;
  /** 短信签名, as the operator approved it. */
  readonly signName: string;
  /** SmsSdkAppId; Tencent alone has one. */
  readonly appId: string | undefined;
  /** Template codes: password reset, registration and signing code with two parameters, code and minutes; the notice with one, its words; the reminder without any. */
  readonly templates: Readonly<
    Record<'password-reset' | 'registration-code' | 'account-notice' | 'signing-code' | 'signing-reminder', string>
  >;
  /** Where to connect instead of the operator's public address; plain http on loopback only. */
  readonly endpoint: URL | undefined;
}

const plain = z.string().regex(/^[\x21-\x7e]{1,256}$/, 'plain characters');
const endpoint = z
  .string()
  .refine(isSafeUrl, 'https://… (http only on loopback)')
  .transform((text) => new URL(text))
  .optional();

const smsEnvironment = z.object({
  SMS_KEY_ID: plain,
  SMS_KEY_SECRET: plain,
  SMS_SIGN_NAME: z.string().trim().min(2).max(30),
  SMS_APP_ID: plain.optional(),
  SMS_TEMPLATE_PASSWORD_RESET: plain,
  SMS_TEMPLATE_REGISTRATION_CODE: plain,
  SMS_TEMPLATE_ACCOUNT_NOTICE: plain,
  SMS_TEMPLATE_SIGNING_CODE: plain,
  SMS_TEMPLATE_SIGNING_REMINDER: plain,
  SMS_ENDPOINT: endpoint,
});

/** @throws SettingsProblem naming what is missing; values are never repeated */
export function smsSettings(channel: SmsChannel, variables: Readonly<Record<string, string | undefined>>): SmsSettings {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const { data: read, error } = smsEnvironment.safeParse(present);
  const faults = error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  if (channel === 'tencent-sms' && read?.SMS_APP_ID === undefined) faults.push('SMS_APP_ID: required for tencent-sms');
  if (read === undefined || faults.length > 0) throw new SettingsProblem(faults);
  return {
    channel,
    keyId: read.SMS_KEY_ID,
    secret: new Secret(read.SMS_KEY_SECRET),
    signName: read.SMS_SIGN_NAME,
    appId: read.SMS_APP_ID,
    templates: {
      'password-reset': read.SMS_TEMPLATE_PASSWORD_RESET,
      'registration-code': read.SMS_TEMPLATE_REGISTRATION_CODE,
      'account-notice': read.SMS_TEMPLATE_ACCOUNT_NOTICE,
      'signing-code': read.SMS_TEMPLATE_SIGNING_CODE,
      'signing-reminder': read.SMS_TEMPLATE_SIGNING_REMINDER,
    },
    endpoint: read.SMS_ENDPOINT,
  };
}
