import type { Settings } from '@linggong/config';
import { startServer, type EmbeddedServer } from '../embedded';
import { databaseName, prepareDatabase, prepareRoles, rolePasswords, roleUrl, type LoginRole } from '../roles';
import { StartProblem } from '../start-problem';
import { watchDisk, type DiskWatch } from './disk-watch';
import { checkExternalServer } from './external-server';
import { checkWitness, sayWhetherWatched } from './external-witness';
import { takeSupervisorLock, type SupervisorLock } from './supervisor-lock';

/** The platform's database, embedded or external, held by this supervisor alone. */
export interface PlatformDatabase {
  /** linggong_app: the only one that a web or worker process ever gets. */
  readonly appUrl: string;
  /** linggong_owner: for the migrate process. */
  readonly ownerUrl: string;
  /** linggong_backup: for processes that work; reads no table of the embedded server. Absent where none was given. */
  readonly backupUrl: string | undefined;
  /** linggong_witness: for the supervisor's own thread. Absent where the log of the operator's server is not read from here. */
  readonly witnessUrl: string | undefined;
  /** Present where the server is ours. */
  readonly embedded: EmbeddedServer | undefined;
  /** Watches the server: one that was killed is started again, one that is not ours is waited for. */
  keepAlive(events: DatabaseEvents): void;
  /** Lets go of the database; an embedded server is stopped. */
  close(): Promise<void>;
}

export interface DatabaseEvents {
  lost(): void;
  back(): void;
  /** Our own server does not start again: nothing is left but to stop. */
  failed(error: unknown): void;
}

const retryMs = 2_000;

/**
 * Starts or reaches the server and prepares its roles.
 * @throws StartProblem as startServer and checkExternalServer do, and when another supervisor has this database
 */
export async function openPlatformDatabase(settings: Settings, dataFolder: string): Promise<PlatformDatabase> {
  const { configuredUrl, ownerUrl } = settings.database;
  if (configuredUrl === undefined && ownerUrl === undefined) {
    return openEmbedded(dataFolder, settings.ballastMb, settings.backups.walSeconds);
  }
  if (configuredUrl === undefined || ownerUrl === undefined) {
    throw new StartProblem({
      zh: '外部数据库需要同时设置 DATABASE_URL(linggong_app)和 DATABASE_OWNER_URL(linggong_owner)。',
      en: 'An external server needs both DATABASE_URL (linggong_app) and DATABASE_OWNER_URL (linggong_owner).',
    });
  }
  const backupUrl = settings.backups.url;
  const { witnessUrl } = settings.database;
  await checkExternalServer(configuredUrl, ownerUrl, backupUrl);
  sayWhetherWatched(await checkWitness(witnessUrl));
  return held({ appUrl: configuredUrl, ownerUrl, backupUrl, witnessUrl, lockUrl: ownerUrl, embedded: undefined });
}

async function openEmbedded(dataFolder: string, ballastMb: number, walSeconds: number): Promise<PlatformDatabase> {
  const disk = watchDisk(dataFolder, ballastMb);
  try {
    return await openWatched(dataFolder, walSeconds, disk);
  } catch (error) {
    disk.stop();
    throw error;
  }
}

async function openWatched(dataFolder: string, walSeconds: number, disk: DiskWatch): Promise<PlatformDatabase> {
  const archive = { walSeconds };
  // After a crash on a full disk this is where the ballast is needed. What has another cause is told at once.
  const embedded = await disk.revive(() => startServer({ dataFolder, archive }), 1);
  const passwords = rolePasswords(dataFolder);
  await prepareRoles(embedded, passwords);
  await prepareDatabase(embedded);
  const url = (role: LoginRole): string => roleUrl(embedded, passwords, role, databaseName);
  return held({
    appUrl: url('linggong_app'),
    ownerUrl: url('linggong_owner'),
    backupUrl: url('linggong_backup'),
    witnessUrl: url('linggong_witness'),
    // Not in the platform's own database: an interrupted demo is dropped with it.
    lockUrl: roleUrl(embedded, passwords, 'linggong_owner', 'postgres'),
    embedded,
    disk,
    revive: () =>
      disk.revive(async () => {
        const again = await startServer({ dataFolder, archive });
        // The platform's pools know one address; the port is kept wherever nobody else took it.
        if (again.port !== embedded.port) {
          throw new Error(`The port ${embedded.port} of the database was taken while it was down.`);
        }
      }),
  });
}

interface Opened extends Pick<PlatformDatabase, 'appUrl' | 'ownerUrl' | 'backupUrl' | 'witnessUrl' | 'embedded'> {
  readonly lockUrl: string;
  readonly disk?: DiskWatch;
  revive?(): Promise<void>;
}

async function held(opened: Opened): Promise<PlatformDatabase> {
  let events: DatabaseEvents | undefined;
  let closing = false;
  const lost = (): void => {
    if (closing) return;
    events?.lost();
    takeAgain().then(
      () => events?.back(),
      (error: unknown) => events?.failed(error),
    );
  };
  const takeAgain = async (): Promise<void> => {
    await opened.revive?.();
    while (!closing) {
      try {
        lock = await takeSupervisorLock(opened.lockUrl, lost);
        return;
      } catch (error) {
        if (opened.revive) throw error;
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  };
  let lock: SupervisorLock = await takeSupervisorLock(opened.lockUrl, lost);
  return {
    appUrl: opened.appUrl,
    ownerUrl: opened.ownerUrl,
    backupUrl: opened.backupUrl,
    witnessUrl: opened.witnessUrl,
    embedded: opened.embedded,
    keepAlive: (listener) => {
      events = listener;
    },
    close: async () => {
      closing = true;
      opened.disk?.stop();
      await lock.release();
      await opened.embedded?.stop();
    },
  };
}
