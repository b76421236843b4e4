import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { isBackedUp, type ClusterFile } from '../../domain';
import { isMissing } from '../missing';

export interface ClusterListing {
  readonly files: readonly ClusterFile[];
  /** Every folder, since PostgreSQL does not make the empty ones again. */
  readonly folders: readonly string[];
}

/**
 * Files and folders of a running cluster. Files come and go meanwhile: what is missed is in the log.
 * @throws Error for a tablespace: its files lie elsewhere and would be missed
 */
export async function walkCluster(cluster: string): Promise<ClusterListing> {
  const files: ClusterFile[] = [];
  const folders: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(path.join(cluster, folder), { withFileTypes: true }).catch(gone)) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) throw new Error(`the cluster has a link, ${name}: tablespaces are not backed up`);
      if (entry.isDirectory()) {
        folders.push(name);
        await visit(name);
      } else if (isBackedUp(name)) {
        const found = await lstat(path.join(cluster, name)).catch(goneFile);
        if (found) files.push({ path: name, bytes: found.size });
      }
    }
  };
  await visit('');
  return { files, folders: folders.filter(keptFolder) };
}

/** Folders for sorting are made when they are needed; what was inside of a log segment's folder is not. */
function keptFolder(folder: string): boolean {
  return !folder.includes('pgsql_tmp') && !/^(pg_replslot|pg_dynshmem|pg_snapshots|pg_stat_tmp)\/./.test(folder);
}

function gone(error: unknown): [] {
  if (isMissing(error)) return [];
  throw error;
}

function goneFile(error: unknown): undefined {
  gone(error);
}
