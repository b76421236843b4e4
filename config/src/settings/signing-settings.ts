import { z } from 'zod';
import { isSafeUrl } from './safe-url';
import { smsChannels } from './sms-settings';
import { SettingsProblem } from './settings-problem';

/** Which e-signature service (电子签名服务) asks workers for reliable signatures; `sandbox` stands for one in demo and tests. */
export type SigningProvider = 'none' | 'sandbox' | 'esign-cn' | 'tencent-ess';

/** Credentials of e签宝 (open.esign.cn, V3). */
export interface EsignCnSettings {
  readonly appId: string;
  readonly appSecret: string;
  readonly url: string;
}

/** Credentials of 腾讯电子签 (ess, 2020-11-11). */
export interface TencentEssSettings {
  readonly secretId: string;
  readonly secretKey: string;
  /** UserId of the employee in whose name flows are made. */
  readonly operatorId: string;
  readonly url: string;
  /** Uploads have a host of their own. */
  readonly fileUrl: string;
  /** Key (32 characters) and token of call-backs, as set at the service; without both no call-back is believed. */
  readonly callbackKey: string | undefined;
  readonly callbackToken: string | undefined;
}

export interface SigningSettings {
  readonly provider: SigningProvider;
  readonly esignCn: EsignCnSettings | undefined;
  readonly tencentEss: TencentEssSettings | undefined;
  /** Public address below which the services call back, such as `https://host/api/v1/e-sign/callbacks`. */
  readonly callbackUrl: string | undefined;
  /** Flows that are opened in a second, of all processes together. */
  readonly flowsPerSecond: number;
  /** Days after which what nobody signed expires. */
  readonly requestDays: number;
  readonly remindersMax: number;
  /** Days between two reminders, and before the first. */
  readonly reminderDays: number;
  /** Whether an evidence report (出证报告) is ordered for each signature; services sell them apart. */
  readonly orderReports: boolean;
  /** Will-to-sign code (意愿认证口令) for signatures on the platform itself. */
  readonly code: 'off' | 'optional' | 'required';
}

const onOff = z.enum(['on', 'off']);
const plain = z.string().regex(/^[\x21-\x7e]{1,256}$/, 'plain characters');

/** Personal data travels to these addresses: in clear to this machine only. */
const safeUrl = z
  .url()
  .refine((text) => isSafeUrl(text), 'https, or http to this machine')
  .transform((text) => text.replace(/\/+$/, ''));

const environment = z.object({
  LINGGONG_DEMO: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  MESSAGE_SENDER: z.string().optional(),
  ESIGN_PROVIDER: z.enum(['none', 'sandbox', 'esign-cn', 'tencent-ess']).optional(),
  ESIGN_CN_APP_ID: plain.optional(),
  ESIGN_CN_APP_SECRET: plain.optional(),
  ESIGN_CN_URL: safeUrl.default('https://openapi.esign.cn'),
  TENCENT_ESS_SECRET_ID: plain.optional(),
  TENCENT_ESS_SECRET_KEY: plain.optional(),
  TENCENT_ESS_OPERATOR_ID: plain.optional(),
  TENCENT_ESS_URL: safeUrl.default('https://ess.tencentcloudapi.com'),
  TENCENT_ESS_FILE_URL: safeUrl.default('https://file.ess.tencent.cn'),
  TENCENT_ESS_CALLBACK_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{32}$/, '32 plain characters')
    .optional(),
  TENCENT_ESS_CALLBACK_TOKEN: plain.optional(),
  ESIGN_CALLBACK_URL: safeUrl.optional(),
  ESIGN_FLOWS_PER_SECOND: z.coerce.number().int().min(1).max(100).default(5),
  ESIGN_REQUEST_DAYS: z.coerce.number().int().min(1).max(90).default(30),
  ESIGN_REMINDERS_MAX: z.coerce.number().int().min(0).max(10).default(3),
  ESIGN_REMINDER_DAYS: z.coerce.number().int().min(1).max(30).default(3),
  ESIGN_REPORT: onOff.default('off'),
  ESIGN_CODE: z.enum(['off', 'optional', 'required']).optional(),
});

type Read = z.infer<typeof environment>;

/**
 * Environment -> settings of signing. Without credentials nothing is ever called.
 * @throws SettingsProblem naming every faulty variable, or the credentials that the chosen service lacks; never a value
 */
export function signingSettingsFromEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): SigningSettings {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    throw new SettingsProblem(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const read = parsed.data;
  const isDemo = isDemoWanted(read);
  const provider = read.ESIGN_PROVIDER ?? (isDemo ? 'sandbox' : 'none');
  const settings = {
    provider,
    esignCn: esignCnOf(read),
    tencentEss: tencentEssOf(read),
    callbackUrl: read.ESIGN_CALLBACK_URL,
    flowsPerSecond: read.ESIGN_FLOWS_PER_SECOND,
    requestDays: read.ESIGN_REQUEST_DAYS,
    remindersMax: read.ESIGN_REMINDERS_MAX,
    reminderDays: read.ESIGN_REMINDER_DAYS,
    orderReports: read.ESIGN_REPORT === 'on',
    code: codeOf(read, provider, isDemo),
  };
  demandCredentials(settings);
  return settings;
}

/** As the settings of the process decide it: on for the embedded server, off for one that is named. */
function isDemoWanted({ LINGGONG_DEMO, DATABASE_URL }: Read): boolean {
  return LINGGONG_DEMO === undefined ? DATABASE_URL === undefined : ['on', '1', 'true'].includes(LINGGONG_DEMO);
}

/**
 * Codes need somebody to send them: the sandbox, or a channel of short messages.
 * @throws SettingsProblem where they are wanted and nobody would send them: workers would be told to sign with what never comes
 */
function codeOf(read: Read, provider: SigningProvider, isDemo: boolean): SigningSettings['code'] {
  const { ESIGN_CODE: code, MESSAGE_SENDER: channel } = read;
  if (provider === 'sandbox') return code ?? (isDemo ? 'optional' : 'off');
  if (code === undefined || code === 'off') return 'off';
  if (smsChannels.some((name) => name === channel)) return code;
  throw new SettingsProblem([
    `ESIGN_CODE: nothing sends codes here; set MESSAGE_SENDER to ${smsChannels.join(' or ')}, or ESIGN_CODE to off`,
  ]);
}

function esignCnOf(read: Read): EsignCnSettings | undefined {
  const { ESIGN_CN_APP_ID: appId, ESIGN_CN_APP_SECRET: appSecret, ESIGN_CN_URL: url } = read;
  return appId === undefined || appSecret === undefined ? undefined : { appId, appSecret, url };
}

function tencentEssOf(read: Read): TencentEssSettings | undefined {
  const { TENCENT_ESS_SECRET_ID: secretId, TENCENT_ESS_SECRET_KEY: secretKey } = read;
  const operatorId = read.TENCENT_ESS_OPERATOR_ID;
  if (secretId === undefined || secretKey === undefined || operatorId === undefined) return undefined;
  return {
    secretId,
    secretKey,
    operatorId,
    url: read.TENCENT_ESS_URL,
    fileUrl: read.TENCENT_ESS_FILE_URL,
    callbackKey: read.TENCENT_ESS_CALLBACK_KEY,
    callbackToken: read.TENCENT_ESS_CALLBACK_TOKEN,
  };
}

function demandCredentials({ provider, esignCn, tencentEss }: SigningSettings): void {
  if (provider === 'esign-cn' && esignCn === undefined) {
    throw new SettingsProblem(['ESIGN_CN_APP_ID, ESIGN_CN_APP_SECRET: required by ESIGN_PROVIDER=esign-cn']);
  }
  if (provider === 'tencent-ess' && tencentEss === undefined) {
    throw new SettingsProblem([
      'TENCENT_ESS_SECRET_ID, TENCENT_ESS_SECRET_KEY, TENCENT_ESS_OPERATOR_ID: required by ESIGN_PROVIDER=tencent-ess',
    ]);
  }
}
