/** One file of a cluster as it was found. */
export interface ClusterFile {
  /** Relative to the data folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
}

/** Folders whose content is made anew at a start (PostgreSQL 18, "Making a Base Backup Using the Low Level API"). */
const emptied = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];
const leftOut = [
  'postmaster.pid',
  'postmaster.opts',
  'backup_label',
  'backup_label.old',
  'tablespace_map',
  'start.log',
];

/** True for a file of the data folder that belongs into a base backup. */
export function isBackedUp(path: string): boolean {
  const [top = ''] = path.split('/');
  const name = path.slice(path.lastIndexOf('/') + 1);
  // `log` is the server's own diary; sockets and what a sort spilled are of the moment; pg_control is copied last, apart.
  if (emptied.includes(top) || top === 'log') return false;
  if (path === name && (leftOut.includes(name) || name.startsWith('.s.PGSQL.'))) return false;
  return (
    !name.startsWith('pgsql_tmp') &&
    !path.includes('/pgsql_tmp/') &&
    name !== 'pg_internal.init' &&
    path !== 'global/pg_control'
  );
}

/** Files in groups of about the same size, the largest first: each group becomes one part of the backup. */
export function inParts(files: readonly ClusterFile[], count: number): ClusterFile[][] {
  const parts = Array.from({ length: Math.max(1, count) }, () => ({ bytes: 0, files: [] as ClusterFile[] }));
  for (const file of [...files].sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1))) {
    const smallest = parts.reduce((least, part) => (part.bytes < least.bytes ? part : least));
    smallest.files.push(file);
    smallest.bytes += file.bytes;
  }
  return parts.map((part) => part.files).filter((part) => part.length > 0);
}
