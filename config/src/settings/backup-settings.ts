import path from 'node:path';
import { z } from 'zod';
import { SettingsProblem } from './settings-problem';

/** Where backups go (备份存储). */
export type BackupStoreSettings =
  | { readonly kind: 'disk'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      /** Put before every name, without slashes at its ends; may be empty. */
      readonly prefix: string;
      readonly region: string;
      /** Absent: Amazon's own. */
      readonly endpoint: string | undefined;
      /** Absent: as the SDK finds credentials by itself (instance role, profile). */
      readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
      /** `endpoint/bucket/…` instead of `bucket.endpoint/…`, as most servers of one's own want it. */
      readonly pathStyle: boolean;
    };

export interface BackupSettings {
  /** linggong_backup. `npm start` gives it for its own server; absent: nothing is backed up. */
  readonly url: string | undefined;
  readonly store: BackupStoreSettings;
  /** Compress base backups (gzip 1): a third of the size, a fifth of the speed. The log is always compressed. */
  readonly compress: boolean;
  /** A segment of the log is closed after so many seconds at the latest (archive_timeout): what a lost disk can cost. */
  readonly walSeconds: number;
  /** How many backups stay: the newest of each of so many days, weeks and months. */
  readonly keep: { readonly daily: number; readonly weekly: number; readonly monthly: number };
}

const onOff = z.enum(['on', 'off']);
const kept = (usual: number) => z.coerce.number().int().min(0).max(400).default(usual);

export const backupEnvironment = {
  DATABASE_BACKUP_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'postgres://…')
    .optional(),
  BACKUP_FOLDER: z.string().min(1).optional(),
  BACKUP_COMPRESS: onOff.default('off'),
  BACKUP_WAL_SECONDS: z.coerce.number().int().min(10).max(3600).default(60),
  BACKUP_KEEP_DAILY: z.coerce.number().int().min(1).max(400).default(7),
  BACKUP_KEEP_WEEKLY: kept(4),
  BACKUP_KEEP_MONTHLY: kept(6),
  S3_BUCKET: z.string().min(3).max(63).optional(),
  S3_PREFIX: z
    .string()
    .regex(/^[\w.-]+(\/[\w.-]+)*$/)
    .optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  S3_PATH_STYLE: onOff.optional(),
};

type Read = z.output<z.ZodObject<typeof backupEnvironment>>;

/** @throws SettingsProblem where only one half of the S3 credentials is given */
export function backupSettings(read: Read, dataFolder: string): BackupSettings {
  return {
    url: read.DATABASE_BACKUP_URL,
    store: storeSettings(read, dataFolder),
    compress: read.BACKUP_COMPRESS === 'on',
    walSeconds: read.BACKUP_WAL_SECONDS,
    keep: { daily: read.BACKUP_KEEP_DAILY, weekly: read.BACKUP_KEEP_WEEKLY, monthly: read.BACKUP_KEEP_MONTHLY },
  };
}

function storeSettings(read: Read, dataFolder: string): BackupStoreSettings {
  if (read.S3_BUCKET === undefined) {
    return { kind: 'disk', folder: path.resolve(read.BACKUP_FOLDER ?? path.join(dataFolder, 'backups')) };
  }
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = read;
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    throw new SettingsProblem(['S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: both or neither']);
  }
  return {
    kind: 's3',
    bucket: read.S3_BUCKET,
    prefix: read.S3_PREFIX ?? '',
    region: read.S3_REGION,
    endpoint: read.S3_ENDPOINT,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    pathStyle: (read.S3_PATH_STYLE ?? (read.S3_ENDPOINT === undefined ? 'off' : 'on')) === 'on',
  };
}
