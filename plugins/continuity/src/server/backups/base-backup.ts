import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { inParts, segmentOf, type ClusterFile } from '../../domain';
import { isMissing } from '../missing';
import { putSealed, type SealedStore, type StoredPart } from '../store/sealed';
import { walkCluster } from './cluster-walk';
import { backupFolder, type WalRange } from './manifest';
import { partStream } from './part-stream';

/** Secrets of the installation beside its cluster: sealed into the backup, or a restored cluster could not be opened. */
const installationFiles = ['postgres-superuser', 'postgres-roles.json', 'secret'];

const PART_BYTES = 2 * 1024 ** 3;
const PARTS_AT_ONCE = 2;
/** The last segment is archived within seconds; an archive that does not work must not hold the job for ever. */
const STOP_TIMEOUT_MS = 600_000;

export interface BaseBackupOrder {
  readonly code: string;
  readonly system: string;
  /** linggong_backup, in the platform's database (its rights to start and stop a backup stand there). */
  readonly backupUrl: string;
  /** Holds `postgres/` and the installation's secrets. */
  readonly dataFolder: string;
  readonly compress: boolean;
}

export interface BaseBackup {
  readonly parts: readonly StoredPart[];
  readonly clearBytes: number;
  readonly wal: WalRange;
}

/**
 * An online base backup (在线基础备份): PostgreSQL is told to start one, the files are copied while everybody works on, and the
 * log from its start to its stop makes them one state. The session stays open: where this process dies, the server ends the
 * backup by itself.
 * @param progress told of bytes copied, at most a few thousand times
 */
export async function takeBaseBackup(
  sealed: SealedStore,
  order: BaseBackupOrder,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<BaseBackup> {
  const client = new Client({
    connectionString: order.backupUrl,
    application_name: 'linggong-backup',
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SET statement_timeout = 0');
    const start = await startOf(client, order.code);
    const copied = await copyCluster(sealed, order, progress);
    const stop = await stopOf(client);
    const last = await putControl(sealed, order, stop.label);
    return {
      parts: [...copied.parts, last],
      clearBytes: copied.clearBytes,
      wal: { ...start, stopLsn: stop.lsn, last: segmentOf(previousByte(stop.lsn), start.timeline, start.segmentBytes) },
    };
  } finally {
    await client.end();
  }
}

type Start = Pick<WalRange, 'timeline' | 'startLsn' | 'first' | 'segmentBytes'>;

async function startOf(client: Client, label: string): Promise<Start> {
  // A fast checkpoint: the nightly hour is chosen for it, and a slow one takes most of checkpoint_timeout.
  const { rows } = await client.query<{ lsn: string; file: string; bytes: number }>(
    `SELECT s.lsn::text AS lsn, pg_walfile_name(s.lsn) AS file,
            pg_size_bytes(current_setting('wal_segment_size'))::int AS bytes
       FROM pg_backup_start($1, true) AS s (lsn)`,
    [label],
  );
  const [row] = rows;
  if (!row) throw new Error('pg_backup_start gave no place of the log');
  return {
    timeline: parseInt(row.file.slice(0, 8), 16),
    startLsn: row.lsn,
    first: segmentOf(row.lsn, parseInt(row.file.slice(0, 8), 16), row.bytes),
    segmentBytes: row.bytes,
  };
}

/** @throws Error where the archive did not take the last segment in time: then nothing could be restored from this */
async function stopOf(client: Client): Promise<{ lsn: string; label: string }> {
  await client.query(`SET statement_timeout = ${STOP_TIMEOUT_MS}`);
  const { rows } = await client.query<{ lsn: string; label: string; map: string }>(
    'SELECT lsn::text AS lsn, labelfile AS label, spcmapfile AS map FROM pg_backup_stop(true)',
  );
  const [row] = rows;
  if (!row) throw new Error('pg_backup_stop gave no label');
  if (row.map !== '') throw new Error('the cluster has tablespaces, which are not backed up');
  return row;
}

/** The stop lies behind the last byte that is needed: at the very start of a segment, the one before is the last. */
function previousByte(lsn: string): string {
  const [high = '0', low = '0'] = lsn.split('/');
  const at = (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`) - 1n;
  return `${(at >> 32n).toString(16)}/${(at & 0xffffffffn).toString(16)}`;
}

async function copyCluster(
  sealed: SealedStore,
  order: BaseBackupOrder,
  progress: (done: number, total: number) => void,
): Promise<{ parts: StoredPart[]; clearBytes: number }> {
  const root = path.join(order.dataFolder, 'postgres');
  const { files, folders } = await walkCluster(root);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const onBytes = (bytes: number): void => progress((done += bytes), total);
  const groups = inParts(files, Math.max(PARTS_AT_ONCE, Math.ceil(total / PART_BYTES)));
  const parts: StoredPart[] = [];
  const putGroup = async (group: readonly ClusterFile[], index: number): Promise<void> => {
    const content = { root, files: group, folders: index === 0 ? folders : [], compress: order.compress, onBytes };
    parts[index] = await putSealed(sealed, partName(order, index), partStream(content));
  };
  await inLanes(groups, PARTS_AT_ONCE, putGroup);
  return { parts, clearBytes: total };
}

const partName = ({ system, code }: BaseBackupOrder, index: number): string =>
  `${backupFolder(system, code)}/part-${String(index).padStart(3, '0')}`;

/** pg_control and the label, copied when everything else is there; the secrets beside them. */
async function putControl(sealed: SealedStore, order: BaseBackupOrder, label: string): Promise<StoredPart> {
  const secrets = await Promise.all(
    installationFiles.map(async (name) => ({
      path: name,
      bytes: await readOptional(path.join(order.dataFolder, name)),
    })),
  );
  const made = [
    {
      path: 'postgres/global/pg_control',
      bytes: await steadyBytes(path.join(order.dataFolder, 'postgres/global/pg_control')),
    },
    { path: 'postgres/backup_label', bytes: Buffer.from(label) },
    ...secrets.flatMap(({ path: name, bytes }) => (bytes ? [{ path: name, bytes }] : [])),
  ];
  const content = { root: order.dataFolder, files: [], made, compress: false };
  return putSealed(sealed, `${backupFolder(order.system, order.code)}/control`, partStream(content));
}

/** The server rewrites pg_control in one write; read twice alike, it was not read in the middle of one. */
async function steadyBytes(file: string): Promise<Buffer> {
  let before = await readFile(file);
  for (let tries = 0; tries < 100; tries += 1) {
    const now = await readFile(file);
    if (now.equals(before)) return now;
    before = now;
  }
  throw new Error('pg_control changes too fast to be copied');
}

async function readOptional(file: string): Promise<Buffer | undefined> {
  try {
    return (await stat(file)).isFile() ? await readFile(file) : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Works on items side by side, `lanes` at a time. @throws the first fault, when the other lanes have stopped */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const waiting = [...items.entries()];
  const faults: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && faults.length === 0; next = waiting.shift()) {
      await work(next[1], next[0]).catch((error: unknown) => void faults.push(error));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (faults.length > 0) throw faults[0];
}
