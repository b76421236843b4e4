import type { ProcessRole } from '@linggong/config';

/** Variables that no child may see: what the supervisor alone needs, and what children get their own value of. */
const withheld = /^(DATABASE_OWNER_URL|DATABASE_URL|LINGGONG_ROLE|LINGGONG_(SYSTEM|SECURITY|AUDIT)_ADMIN|PG.*|npm_.*)$/;

export interface ChildPurpose {
  readonly role: ProcessRole;
  readonly databaseUrl: string;
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
    // A child always sees a named database, so it cannot tell a demo by that.
    LINGGONG_DEMO: own['DATABASE_URL'] ? 'off' : 'on',
    LINGGONG_SECRET: purpose.secret,
    ...withoutSecrets(own),
    TZ: 'UTC',
    LINGGONG_ROLE: purpose.role,
    LINGGONG_DATA: purpose.dataFolder,
    DATABASE_URL: purpose.databaseUrl,
  };
}
