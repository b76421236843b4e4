import { z } from 'zod';
import { settingsFromEnvironment } from './settings';
import { SettingsProblem } from './settings-problem';
import { Secret } from './secret';

/** Vendors of identity checks (实名核验服务商) and the kinds of question that each of them answers (domain.md 6.1-6.3). */
export const vendorKinds = {
  'tencent-cloud': ['person', 'card', 'company'],
  aliyun: ['person', 'card'],
  qichacha: ['company'],
  tianyancha: ['company'],
} as const satisfies Record<string, readonly QuestionKind[]>;

export type VendorName = keyof typeof vendorKinds;
/** What is asked about: a person (姓名, 证件), his bank card, a company. */
export type QuestionKind = 'person' | 'card' | 'company';

/** One vendor whose credentials are complete. */
export interface VendorSettings {
  readonly name: VendorName;
  /** The public part of the credentials: secret id, access key, app key; absent where a token is all. */
  readonly keyId: string | undefined;
  readonly secret: Secret;
  /** Where to connect instead of the vendor's public address; plain http on loopback only. */
  readonly endpoint: URL | undefined;
  /** The most that this vendor may cost in a Shanghai day, in fen. */
  readonly dailyCapFen: bigint;
  /** What the contract asks for an answer of each kind, in fen. */
  readonly pricesFen: Readonly<Record<QuestionKind, bigint>>;
}

export interface IdentitySettings {
  /** The sandbox answers, and no vendor is constructed: synthetic people of a demo or a test never reach a vendor. */
  readonly isSandboxed: boolean;
  readonly vendors: readonly VendorSettings[];
  /** Whom to ask first, second, … by kind; configured vendors only. */
  readonly order: Readonly<Record<QuestionKind, readonly VendorName[]>>;
  readonly reverification: {
    /** A verified identity is asked about again after so many days (R3.2). */
    readonly workerDays: number;
    /** A company's entry in the register likewise (R2.3). */
    readonly enterpriseDays: number;
    /** At most so many of each a day, so that a wave of registrations does not come back as a wave of costs. */
    readonly dailyMax: number;
  };
}

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);
const isSafeAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
};
const endpoint = z
  .string()
  .refine(isSafeAddress, 'https://… (http only on loopback)')
  .transform((text) => new URL(text))
  .optional();
const cap = z.coerce.number().int().min(0).max(100_000_000).default(100_000);
const days = (usual: number) => z.coerce.number().int().min(1).max(3_650).default(usual);
const names = z.string().transform((text) => text.split(',').map((name) => name.trim()));
const credential = z.string().min(1).max(256).optional();

/** `person=100,card=150`: kinds that are not named keep the usual price. */
function pricesFrom(usual: Record<QuestionKind, number>) {
  return z
    .string()
    .regex(/^(person|card|company)=\d{1,6}(,(person|card|company)=\d{1,6})*$/, 'person=100,card=150,company=300 (fen)')
    .optional()
    .transform((text) => {
      const given = text === undefined ? [] : text.split(',').map((pair) => pair.split('='));
      const prices = { ...usual, ...Object.fromEntries(given.map(([kind, fen]) => [kind, Number(fen)])) };
      return { person: BigInt(prices.person), card: BigInt(prices.card), company: BigInt(prices.company) };
    });
}

const environment = z.object({
  REAL_NAME_SANDBOX: z.enum(['on', 'off']).optional(),
  REAL_NAME_ORDER_PERSON: names.optional(),
  REAL_NAME_ORDER_CARD: names.optional(),
  REAL_NAME_ORDER_COMPANY: names.optional(),
  REAL_NAME_REVERIFY_DAYS: days(180),
  REAL_NAME_REVERIFY_COMPANY_DAYS: days(90),
  REAL_NAME_REVERIFY_DAILY: z.coerce.number().int().min(1).max(20_000).default(2_000),
  TENCENT_CLOUD_SECRET_ID: credential,
  TENCENT_CLOUD_SECRET_KEY: credential,
  TENCENT_CLOUD_ENDPOINT: endpoint,
  TENCENT_CLOUD_DAILY_CAP_FEN: cap,
  TENCENT_CLOUD_PRICES_FEN: pricesFrom({ person: 100, card: 150, company: 100 }),
  ALIYUN_ACCESS_KEY_ID: credential,
  ALIYUN_ACCESS_KEY_SECRET: credential,
  ALIYUN_ENDPOINT: endpoint,
  ALIYUN_DAILY_CAP_FEN: cap,
  ALIYUN_PRICES_FEN: pricesFrom({ person: 100, card: 150, company: 0 }),
  QICHACHA_APP_KEY: credential,
  QICHACHA_SECRET_KEY: credential,
  QICHACHA_ENDPOINT: endpoint,
  QICHACHA_DAILY_CAP_FEN: cap,
  QICHACHA_PRICES_FEN: pricesFrom({ person: 0, card: 0, company: 50 }),
  TIANYANCHA_TOKEN: credential,
  TIANYANCHA_ENDPOINT: endpoint,
  TIANYANCHA_DAILY_CAP_FEN: cap,
  TIANYANCHA_PRICES_FEN: pricesFrom({ person: 0, card: 0, company: 50 }),
});
type Read = z.infer<typeof environment>;

/** The variables of each vendor: its key id where it has one, its secret, and the prefix of the others. */
const variables = {
  'tencent-cloud': { prefix: 'TENCENT_CLOUD', keyId: 'TENCENT_CLOUD_SECRET_ID', secret: 'TENCENT_CLOUD_SECRET_KEY' },
  aliyun: { prefix: 'ALIYUN', keyId: 'ALIYUN_ACCESS_KEY_ID', secret: 'ALIYUN_ACCESS_KEY_SECRET' },
  qichacha: { prefix: 'QICHACHA', keyId: 'QICHACHA_APP_KEY', secret: 'QICHACHA_SECRET_KEY' },
  tianyancha: { prefix: 'TIANYANCHA', keyId: undefined, secret: 'TIANYANCHA_TOKEN' },
} as const;

// Object.keys forgets the key type.
const vendorNames = Object.keys(vendorKinds) as VendorName[];

function vendorFrom(read: Read, name: VendorName, faults: string[]): VendorSettings | undefined {
  const { prefix, keyId: keyVariable, secret: secretVariable } = variables[name];
  const keyId = keyVariable === undefined ? undefined : read[keyVariable];
  const secret = read[secretVariable];
  if (keyVariable !== undefined && (keyId === undefined) !== (secret === undefined)) {
    faults.push(`${keyId === undefined ? keyVariable : secretVariable}: missing, the other half is given`);
  }
  if (secret === undefined || (keyVariable !== undefined && keyId === undefined)) return undefined;
  return {
    name,
    keyId,
    secret: new Secret(secret),
    endpoint: read[`${prefix}_ENDPOINT`],
    dailyCapFen: BigInt(read[`${prefix}_DAILY_CAP_FEN`]),
    pricesFen: read[`${prefix}_PRICES_FEN`],
  };
}

const usualOrder: Readonly<Record<QuestionKind, readonly VendorName[]>> = {
  person: ['tencent-cloud', 'aliyun'],
  card: ['tencent-cloud', 'aliyun'],
  company: ['qichacha', 'tianyancha', 'tencent-cloud'],
};

function orderFrom(
  read: Read,
  kind: QuestionKind,
  configured: ReadonlySet<VendorName>,
  faults: string[],
): readonly VendorName[] {
  const variable = `REAL_NAME_ORDER_${kind.toUpperCase() as Uppercase<QuestionKind>}` as const;
  const given = read[variable];
  if (given === undefined) return usualOrder[kind].filter((name) => configured.has(name));
  const known = vendorNames.filter((name) => vendorKinds[name].some((answered) => answered === kind));
  const order = given.flatMap((text) => known.filter((name) => name === text && configured.has(name)));
  if (order.length !== given.length || new Set(order).size !== order.length) {
    faults.push(`${variable}: names of configured vendors that answer this kind, each once: ${known.join(', ')}`);
  }
  return order;
}

/**
 * Environment -> vendors of identity checks. Without credentials there are none, and nothing of them is constructed. The
 * sandbox answers where the platform is a demo or a test (`REAL_NAME_SANDBOX` says otherwise), and then alone.
 * @throws SettingsProblem naming every faulty variable, never a value
 */
export function identitySettingsFromEnvironment(given: Readonly<Record<string, string | undefined>>): IdentitySettings {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    throw new SettingsProblem(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const read = parsed.data;
  const faults: string[] = [];
  const vendors = vendorNames.flatMap((name) => vendorFrom(read, name, faults) ?? []);
  const configured = new Set(vendors.map(({ name }) => name));
  const order = {
    person: orderFrom(read, 'person', configured, faults),
    card: orderFrom(read, 'card', configured, faults),
    company: orderFrom(read, 'company', configured, faults),
  };
  if (faults.length > 0) throw new SettingsProblem(faults);
  const isTrial = settingsFromEnvironment(given).demo || given['NODE_ENV'] === 'test';
  return {
    isSandboxed: read.REAL_NAME_SANDBOX === undefined ? isTrial : read.REAL_NAME_SANDBOX === 'on',
    vendors,
    order,
    reverification: {
      workerDays: read.REAL_NAME_REVERIFY_DAYS,
      enterpriseDays: read.REAL_NAME_REVERIFY_COMPANY_DAYS,
      dailyMax: read.REAL_NAME_REVERIFY_DAILY,
    },
  };
}
