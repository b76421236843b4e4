import path from 'node:path';
import { z } from 'zod';
import { rateLimits, type LimitName, type RateLimit } from '../access/rate-limits';
import { rateLimitText } from './rate-limit-text';
import { backupEnvironment, backupSettings, type BackupSettings } from './backup-settings';
import { databaseUrl } from './database-url';
import { certificateLabel, keyLabel, pemFile } from './pem-file';
import type { Network } from './network';
import { proxyEnvironment } from './proxy-settings';
import { redisAddress, redisAddressForms, type RedisSecurity } from './redis-address';
import { SettingsProblem } from './settings-problem';
import { smsChannels, type SmsChannel } from './sms-settings';
import { tlsEnvironment, tlsFaults, tlsSettings, type TlsSettings } from './tls-settings';

/**
 * What one process of Linggong does.
 * `all` = web and worker in one (embedded default), `migrate` = boots Strapi once as owner to bring the schema up to date.
 */
export type ProcessRole = 'all' | 'web' | 'worker' | 'migrate';

export interface DatabaseSettings {
  /**
   * Rows only (linggong_app).
   * @throws SettingsProblem when DATABASE_URL is absent: a web, worker or migrate process cannot do without.
   */
  readonly url: string;
  /** As `url`, but undefined where absent: then the supervisor starts the embedded server. */
  readonly configuredUrl: string | undefined;
  /** Migrations (linggong_owner). Only the supervisor ever sees it. */
  readonly ownerUrl: string | undefined;
  /** The witness of the write-ahead log (linggong_witness). Only the supervisor and `npm run witness` ever see it. */
  readonly witnessUrl: string | undefined;
  /** Connections of our own pool; Strapi and BullMQ have theirs besides. */
  readonly poolSize: number;
}

export interface Settings {
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Proxies of our own before us; the caller's address is that many from the right in `X-Forwarded-For`. 0: the header is not read. */
    readonly proxyHops: number;
    /** Headers of a proxy are believed from these addresses alone. */
    readonly proxyAddresses: readonly Network[];
    /** Absent: this process speaks plain http, to a proxy or to its own machine. */
    readonly tls: TlsSettings | undefined;
    /** Where people reach the platform, without a slash at its end; absent: wherever they call it. */
    readonly publicUrl: string | undefined;
  };
  readonly role: ProcessRole;
  /** Generate the demo platform where the database is empty: on for the embedded server, off for one that is named. */
  readonly demo: boolean;
  readonly database: DatabaseSettings;
  /** Absent: BullMQ runs on PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Certificates and passwords for it that do not stand in the URL. */
  readonly redisSecurity: RedisSecurity;
  /** Port at which a worker, which serves nothing else, answers `/_health` and `/_ready`; absent: at none. */
  readonly healthPort: number | undefined;
  /** Absolute folder of keys, encrypted files and secrets of this installation. */
  readonly dataFolder: string;
  /** Key ring of the vault; default `<dataFolder>/keys/keyring.json`. */
  readonly keyringFile: string;
  readonly audit: {
    /** Ed25519 key that signs the daily roots of the audit log; default `<dataFolder>/keys/audit-signing.pem`. */
    readonly signingKeyFile: string;
    /** Folder for exported roots besides the one beside the data: a mount of another machine. */
    readonly exportFolder: string | undefined;
  };
  readonly logLevel: LogLevel;
  readonly bankFiles: {
    /** Folder pairs of the banks' hosts; absent: files are taken and brought by hand in the console. */
    readonly folder: string | undefined;
    /** Who hands files over to banks (`InitgPty`). */
    readonly initiator: string;
  };
  /** Seconds that a child gets between SIGTERM and SIGKILL. */
  readonly stopTimeoutSeconds: number;
  /** Limit of the JavaScript heap of the serving process in MB; without one, V8 leaves garbage lying by the gigabyte. */
  readonly heapMb: number;
  readonly backups: BackupSettings;
  /** Size of the file beside the embedded server that is let go of when the disk is full, in MB; 0 keeps none. */
  readonly ballastMb: number;
  /** Bounds of calls by name; those of `config/src/access/rate-limits.ts` where RATE_LIMITS says nothing. */
  readonly rateLimits: Readonly<Record<LimitName, RateLimit>>;
  /** Who carries codes to telephones (短信): nobody, or the sandbox of the demo, which writes them into the data folder. */
  readonly messageSender: MessageSenderName;
  /**
   * File that holds how far the product's clock is ahead of the machine's, in ms; fault tests move it while processes run.
   * Never the machine's clock, and only under NODE_ENV=test.
   */
  readonly testClockFile: string | undefined;
}

export type MessageSenderName = 'none' | 'sandbox' | SmsChannel;

export type LogLevel = 'error' | 'warn' | 'info' | 'http' | 'debug';

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'postgres://…');
const redisUrl = z.string().refine((url) => redisAddress(url) !== undefined, redisAddressForms);
const port = z.coerce.number().int().min(1).max(65535);
const onOff = z.enum(['on', 'off', '1', '0', 'true', 'false']).transform((word) => ['on', '1', 'true'].includes(word));

const variablesSchema = z.object({
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: port.default(1337),
  PUBLIC_URL: z.string().optional(),
  ...tlsEnvironment,
  ...proxyEnvironment,
  LINGGONG_HEALTH_PORT: port.optional(),
  LINGGONG_ROLE: z.enum(['all', 'web', 'worker', 'migrate']).default('all'),
  LINGGONG_DEMO: onOff.optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_WITNESS_URL: postgresUrl.optional(),
  DATABASE_CA_FILE: pemFile(certificateLabel).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  REDIS_URL: redisUrl.optional(),
  REDIS_CA_FILE: pemFile(certificateLabel).optional(),
  REDIS_CERT_FILE: pemFile(certificateLabel).optional(),
  REDIS_KEY_FILE: pemFile(keyLabel).optional(),
  REDIS_SENTINEL_PASSWORD: z.string().min(1).optional(),
  LINGGONG_DATA: z.string().min(1).optional(),
  KEYRING_FILE: z.string().min(1).optional(),
  AUDIT_SIGNING_KEY_FILE: z.string().min(1).optional(),
  AUDIT_EXPORT_FOLDER: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'http', 'debug']).default('info'),
  BANK_FILE_DIR: z.string().min(1).optional(),
  BANK_FILE_INITIATOR: z.string().min(1).max(70).default('灵工平台'),
  LINGGONG_STOP_SECONDS: z.coerce.number().int().min(1).max(600).default(20),
  LINGGONG_HEAP_MB: z.coerce.number().int().min(256).max(65_536).default(640),
  ...backupEnvironment,
  LINGGONG_BALLAST_MB: z.coerce.number().int().min(0).max(65_536).default(64),
  RATE_LIMITS: rateLimitText.default(rateLimits),
  MESSAGE_SENDER: z.enum(['none', 'sandbox', ...smsChannels]).optional(),
  LINGGONG_TEST_CLOCK: z.string().min(1).optional(),
});

/** The same URLs as the driver is to take them: a fault is told with the variable that has it. */
const environment = variablesSchema.transform((read, context) => {
  const prepared = { ...read };
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_BACKUP_URL', 'DATABASE_WITNESS_URL'] as const) {
    const url = read[name] === undefined ? undefined : databaseUrl(read[name], read.DATABASE_CA_FILE?.file);
    if (typeof url === 'object') {
      context.issues.push({ code: 'custom', message: url.fault, path: [name], input: undefined });
    } else {
      prepared[name] = url;
    }
  }
  if ((read.REDIS_CERT_FILE === undefined) !== (read.REDIS_KEY_FILE === undefined)) {
    const message = 'a certificate and its key go together';
    context.issues.push({ code: 'custom', message, path: ['REDIS_KEY_FILE'], input: undefined });
  }
  for (const { name, message } of tlsFaults(read)) {
    context.issues.push({ code: 'custom', message, path: [name], input: undefined });
  }
  return prepared;
});

/** `database/.data` of this clone; the same distance from `src/settings` and `dist/settings`. */
const defaultDataFolder = path.resolve(__dirname, '../../../database/.data');

/**
 * Environment -> typed settings. An empty variable counts as absent, as in shells and compose files.
 * @throws SettingsProblem naming every faulty variable; values are never repeated, they may hold passwords.
 */
export function settingsFromEnvironment(variables: Readonly<Record<string, string | undefined>>): Settings {
  const present = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    throw new SettingsProblem(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const read = parsed.data;
  // Whoever moves the clock of a platform moves tax days, quotes and sessions.
  if (read.LINGGONG_TEST_CLOCK !== undefined && present['NODE_ENV'] !== 'test') {
    throw new SettingsProblem(['LINGGONG_TEST_CLOCK: refused outside of tests (NODE_ENV=test)']);
  }
  // Nobody wants a demo in the database that he names; he may still ask for one.
  const demo = read.LINGGONG_DEMO ?? read.DATABASE_URL === undefined;
  // It leaves codes lying on the disk: whoever could read them could sign in as anybody.
  if (read.MESSAGE_SENDER === 'sandbox' && !demo && present['NODE_ENV'] !== 'test') {
    throw new SettingsProblem(['MESSAGE_SENDER: the sandbox is for the demo (LINGGONG_DEMO=on) and for tests']);
  }
  const dataFolder = path.resolve(read.LINGGONG_DATA ?? defaultDataFolder);
  return {
    http: {
      host: read.HOST,
      port: read.PORT,
      proxyHops: read.PROXY_HOPS,
      proxyAddresses: read.PROXY_ADDRESSES,
      tls: tlsSettings(read),
      publicUrl: read.PUBLIC_URL?.replace(/\/+$/, ''),
    },
    role: read.LINGGONG_ROLE,
    demo,
    database: databaseSettings(read),
    redisUrl: read.REDIS_URL,
    redisSecurity: {
      ca: read.REDIS_CA_FILE?.text,
      certificate: read.REDIS_CERT_FILE?.text,
      key: read.REDIS_KEY_FILE?.text,
      sentinelPassword: read.REDIS_SENTINEL_PASSWORD,
    },
    healthPort: read.LINGGONG_HEALTH_PORT,
    dataFolder,
    keyringFile: path.resolve(read.KEYRING_FILE ?? path.join(dataFolder, 'keys', 'keyring.json')),
    audit: {
      signingKeyFile: path.resolve(read.AUDIT_SIGNING_KEY_FILE ?? path.join(dataFolder, 'keys', 'audit-signing.pem')),
      exportFolder: read.AUDIT_EXPORT_FOLDER === undefined ? undefined : path.resolve(read.AUDIT_EXPORT_FOLDER),
    },
    logLevel: read.LOG_LEVEL,
    bankFiles: {
      folder: read.BANK_FILE_DIR === undefined ? undefined : path.resolve(read.BANK_FILE_DIR),
      initiator: read.BANK_FILE_INITIATOR,
    },
    stopTimeoutSeconds: read.LINGGONG_STOP_SECONDS,
    heapMb: read.LINGGONG_HEAP_MB,
    backups: backupSettings(read, dataFolder),
    ballastMb: read.LINGGONG_BALLAST_MB,
    rateLimits: read.RATE_LIMITS,
    messageSender: read.MESSAGE_SENDER ?? (demo ? 'sandbox' : 'none'),
    testClockFile: read.LINGGONG_TEST_CLOCK,
  };
}

function databaseSettings(read: z.infer<typeof environment>): DatabaseSettings {
  const configuredUrl = read.DATABASE_URL;
  return {
    get url(): string {
      if (configuredUrl === undefined) {
        throw new SettingsProblem(['DATABASE_URL: required here; only `npm start` brings its own server']);
      }
      return configuredUrl;
    },
    configuredUrl,
    ownerUrl: read.DATABASE_OWNER_URL,
    witnessUrl: read.DATABASE_WITNESS_URL,
    poolSize: read.DATABASE_POOL,
  };
}
