import { backupsIn, readManifests, type Manifest } from '@linggong/continuity';
import { Problem } from '@linggong/core/domain';
import { StartProblem } from '../start-problem';
import { takenBack, wordsOf, type RestoreJob } from './restore-job';

/** Where the wanted backup is going to be. */
interface RestorePlace {
  /** @throws StartProblem for a backup that this program does not understand */
  fits(newer: Manifest): void;
  /** Puts another backup there for a while; what fails leaves nothing behind. */
  bring(newer: Manifest): Promise<{ readonly url: string; remove(): Promise<void> }>;
  /** @throws where anything is left in it */
  checkEmpty(): Promise<void>;
}

/**
 * In an emergency whoever is at the terminal names the past that is restored: an administrator who was blocked since is none any more.
 * So the two are asked on the newest copy that can be restored, which then makes room. Not where that is what is wanted anyway.
 * @throws StartProblem and what else failed: nothing is left then
 */
export async function askOnNewest(job: RestoreJob, wanted: Manifest, place: RestorePlace): Promise<void> {
  if (!job.authority.asksNewest) return;
  await asked(job, wanted, place).catch((error: unknown) => takenBack(job, () => place.checkEmpty(), error));
}

async function asked(job: RestoreJob, wanted: Manifest, place: RestorePlace): Promise<void> {
  const { authority, say } = job;
  for (const newer of await backupsFrom(job, wanted)) {
    if (newer.code === wanted.code && isWhole(wanted, authority.wanted.to)) return;
    place.fits(newer);
    say(`核对管理员 The administrators are checked on the newest backup: ${newer.code}`);
    const copy = await place.bring(newer).catch((error: unknown) => {
      // A program that is missing is the operator's to install; a backup that is broken is not a reason to restore none.
      if (error instanceof Problem) throw error;
      say(`! ${newer.code}: ${wordsOf(error)}`);
    });
    if (!copy) continue;
    await authority.confirm({ url: copy.url, manifest: newer }).finally(() => copy.remove());
    return;
  }
  throw noCopy();
}

/** A dump is one instant; a base is brought to the wanted one, or to the end of the log. */
const isWhole = ({ method }: Manifest, to: Date | undefined): boolean => method === 'dump' || to === undefined;

/** Of the same installation and method, the newest first, down to the one that is wanted. */
async function backupsFrom({ sealed, say }: RestoreJob, wanted: Manifest): Promise<Manifest[]> {
  const { manifests, unreadable } = await readManifests(sealed, await backupsIn(sealed, wanted.system));
  if (unreadable.length > 0) say(`! 备份无法打开 Backups that do not open: ${unreadable.slice(0, 20).join(', ')}`);
  return manifests
    .filter(({ method, finishedAt }) => method === wanted.method && finishedAt >= wanted.finishedAt)
    .sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1));
}

function noCopy(): StartProblem {
  return new StartProblem({
    zh: '没有可恢复的备份用于核对管理员。',
    en: 'There is no backup that can be restored to check the administrators on.',
  });
}
