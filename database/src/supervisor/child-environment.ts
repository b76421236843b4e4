import { settingsFromEnvironment, type ProcessRole } from '@linggong/config';

/**
 * Variables that no child may see: what the supervisor alone needs, and what children get their own value of. The authority of
 * DATABASE_CA_FILE stands in the URLs already.
 */
const withheld =
  /^(DATABASE_OWNER_URL|DATABASE_WITNESS_URL|DATABASE_URL|DATABASE_BACKUP_URL|DATABASE_CA_FILE|LINGGONG_ROLE|LINGGONG_(SYSTEM|SECURITY|AUDIT)_ADMIN|PG.*|npm_.*)$/;

export interface ChildPurpose {
  readonly role: ProcessRole;
  readonly databaseUrl: string;
  /** linggong_backup, for processes that make backups. */
  readonly backupUrl?: string | undefined;
  readonly dataFolder: string;
  readonly secret: string;
}

/** The operator's environment without what the supervisor alone may know: enough for compilers and builders. */
export function withoutSecrets(own: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(own).filter(([name]) => !withheld.test(name)));
}

/** Environment of a child process: the operator's own, without the owner's credentials and first passwords. */
export function childEnvironment(
  own: Readonly<Record<string, string | undefined>>,
  purpose: ChildPurpose,
): Record<string, string | undefined> {
  return {
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    LINGGONG_SECRET: purpose.secret,
    ...withoutSecrets(own),
    // A child is always given a database; whether the installation is a demo, and its registers a sandbox, was decided before.
    LINGGONG_DEMO: settingsFromEnvironment(own).demo ? 'on' : 'off',
    TZ: 'UTC',
    LINGGONG_ROLE: purpose.role,
    LINGGONG_DATA: purpose.dataFolder,
    DATABASE_URL: purpose.databaseUrl,
    ...(purpose.backupUrl === undefined ? {} : { DATABASE_BACKUP_URL: purpose.backupUrl }),
  };
}
