import { statfsSync } from 'node:fs';
import os from 'node:os';

const mebibyte = 1024 * 1024;

/** Path limit of a unix socket address (sockaddr_un) with room for `/.s.PGSQL.65535.lock`. */
const socketFolderMax = 80;

/**
 * Content of linggong.conf, included last by postgresql.conf and rewritten at every start.
 * Nothing of a statement or a row reaches the server's log: rows hold personal data (R9.3).
 * @param extra settings that win, e.g. `fsync = off` on the test server
 */
export function serverSettings(port: number, clusterFolder: string, extra: Readonly<Record<string, string>>): string {
  const memory = os.totalmem() / mebibyte;
  const sharedBuffers = Math.round(Math.min(Math.max(memory / 8, 128), 1536));
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: clusterFolder.length <= socketFolderMax ? clusterFolder : '',
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    max_connections: '100',
    shared_buffers: `${sharedBuffers}MB`,
    effective_cache_size: `${Math.round(memory / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    // The witness reads the log row by row; a slot that is not read may keep so much of it, and is lost (and said) beyond.
    wal_level: 'logical',
    max_slot_wal_keep_size: '4GB',
    max_replication_slots: '10',
    max_wal_senders: '10',
    logical_decoding_work_mem: '16MB',
    max_wal_size: '4GB',
    min_wal_size: '256MB',
    wal_compression: 'on',
    synchronous_commit: 'on',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    max_parallel_workers_per_gather: sharedMemoryIsSmall() ? '0' : '2',
    idle_in_transaction_session_timeout: '10min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'iso, ymd',
    lc_messages: 'C',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    // The message of an ERROR quotes values (invalid input syntax for type integer: "…"); starts, stops and crashes are LOG and above.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...extra,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('');
}

/** Containers often have 64 MB of /dev/shm; a parallel hash join then fails with "could not resize shared memory". */
function sharedMemoryIsSmall(): boolean {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return (bsize * blocks) / mebibyte < 256;
  } catch {
    return false;
  }
}

/** Passwords only, over the loopback interface and the socket; base backups by linggong_backup alone. */
export const hostBasedAuthentication = `local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
local replication linggong_backup scram-sha-256
host replication linggong_backup 127.0.0.1/32 scram-sha-256
`;
