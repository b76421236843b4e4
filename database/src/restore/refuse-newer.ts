import { releaseOf, type Manifest } from '@linggong/continuity';
import { migrationFiles } from '../migrations/migration-files';
import { repositoryRoot } from '../repository';
import { StartProblem } from '../start-problem';

/**
 * Compares the release that made a backup with this program, by their migrations: an older database is migrated at its next start, a
 * newer one this program does not understand. @returns how many migrations will run
 * @throws StartProblem where the backup is of a newer or of another release
 */
export function refuseNewer(
  { code, migrations }: Pick<Manifest, 'code' | 'migrations'>,
  root = repositoryRoot,
): number {
  const release = releaseOf(migrations, migrationFiles(root));
  if (release.kind === 'same') return 0;
  if (release.kind === 'older') return release.migrations.length;
  const some = release.migrations.slice(0, 5).join(', ');
  if (release.kind === 'newer') {
    throw new StartProblem({
      zh: `备份 ${code} 由更新的版本制作，本程序不认识其中的迁移：${some}。请检出制作该备份的版本（或更新的版本）后再恢复。`,
      en: `Backup ${code} was made by a newer release: this program does not know its migrations ${some}. Check out the release that made it, or a newer one, and restore with that.`,
    });
  }
  throw new StartProblem({
    zh: `备份 ${code} 由另一版本制作，同名迁移内容不同：${some}。请检出制作该备份的版本后再恢复。`,
    en: `Backup ${code} was made by another release: its migrations ${some} differ from those of this program. Check out the release that made it.`,
  });
}
