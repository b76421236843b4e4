import { backupsIn, readManifests, type Manifest, type SealedStore } from '@linggong/continuity';
import { StartProblem } from '../start-problem';
import type { RestoreOrder } from './restore-order';

/**
 * The backup to start from: the one that is named, else the newest that ended before the wanted instant.
 * @throws StartProblem where there is none, or where several installations share the store and none is named; what is wrong with the
 *   manifests where none of them opens
 */
export async function chooseBackup(
  sealed: SealedStore,
  method: Manifest['method'],
  { to, backup, system }: Pick<RestoreOrder, 'to' | 'backup' | 'system'>,
): Promise<Manifest> {
  const found = await backupsIn(sealed, system);
  const systems = [...new Set(found.map((one) => one.system))];
  if (systems.length > 1) {
    throw new StartProblem({
      zh: `备份存储中有多套系统的备份：${systems.join('、')}。请用 --system 指定。`,
      en: `The store holds backups of several installations: ${systems.join(', ')}. Name one with --system.`,
    });
  }
  const wanted = found.filter(({ code }) => backup === undefined || code === backup);
  const { manifests, fault } = await readManifests(sealed, wanted);
  if (manifests.length === 0 && fault !== undefined) throw fault;
  const [newest] = manifests
    .filter((one) => one.method === method && (to === undefined || new Date(one.finishedAt) <= to))
    .sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1));
  if (!newest) throw noBackup(sealed, method, to);
  return newest;
}

function noBackup({ store }: SealedStore, method: Manifest['method'], to: Date | undefined): StartProblem {
  const before = to === undefined ? '' : to.toISOString();
  return new StartProblem({
    zh: `${store.place} 中没有${before && `在 ${before} 之前完成的`}可用备份（${method}）。`,
    en: `${store.place} holds no ${method} backup${before && ` that ended before ${before}`}.`,
  });
}
