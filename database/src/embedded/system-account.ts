import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartProblem } from '../start-problem';

/** The ordinary user that the server runs as where we ourselves are root: PostgreSQL refuses to run as root. */
export interface SystemAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const accountName = 'linggong';

/**
 * The system account `linggong`, created where it is missing; undefined for an ordinary user, who runs the server himself.
 * @throws StartProblem when the account is missing and cannot be created
 */
export function systemAccount(): SystemAccount | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  return findAccount() ?? createAccount();
}

function findAccount(): SystemAccount | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${accountName}:`));
  const [name, , uid, gid] = line?.split(':') ?? [];
  return name === undefined ? undefined : { name, uid: Number(uid), gid: Number(gid) };
}

function createAccount(): SystemAccount {
  try {
    execFileSync(
      'useradd',
      [
        '--system',
        '--user-group',
        '--no-create-home',
        '--home-dir',
        '/nonexistent',
        '--shell',
        '/usr/sbin/nologin',
        accountName,
      ],
      { stdio: 'pipe' },
    );
  } catch (cause) {
    throw cannotCreate(cause);
  }
  const account = findAccount();
  if (account === undefined) {
    throw cannotCreate(undefined);
  }
  return account;
}

function cannotCreate(cause: unknown): StartProblem {
  return new StartProblem(
    {
      zh: `PostgreSQL 不能以 root 身份运行，且无法创建系统用户 ${accountName}。请手工创建该用户，或用普通用户启动。`,
      en: `PostgreSQL does not run as root and the system user ${accountName} could not be created. Create it by hand, or start as an ordinary user.`,
    },
    { cause },
  );
}
