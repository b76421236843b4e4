/** What is known of the backups of one installation (备份状况). Instants; undefined where there is none. */
export interface BackupFacts {
  readonly method: 'base' | 'dump';
  readonly lastGoodAt: Date | undefined;
  readonly lastFailedAt: Date | undefined;
  /** Log up to here is stored. */
  readonly walReachedAt: Date | undefined;
  readonly walGapAt: Date | undefined;
  readonly lastDrillAt: Date | undefined;
  readonly lastDrillPassed: boolean | undefined;
  /** Private files older than an hour that are not copied. */
  readonly filesWaiting: number;
  /** Private files that the data folder no longer held when they were to be copied. */
  readonly filesLost: number;
  /** The retention after the newest backup did not do its whole work. */
  readonly pruneFailed: boolean;
}

export interface BackupLimits {
  readonly backupHoursMax: number;
  readonly walMinutesMax: number;
  readonly drillDaysMax: number;
}

export type BackupWarning =
  | 'no-backup'
  | 'backup-too-old'
  | 'backup-failed'
  | 'wal-lag'
  | 'wal-gap'
  | 'drill-failed'
  | 'drill-too-old'
  | 'files-lost'
  | 'files-waiting'
  | 'prune-failed';

/** What is wrong with the backups now, the worst first; empty where all is well. */
export function backupWarnings(facts: BackupFacts, limits: BackupLimits, at: Date): BackupWarning[] {
  const ageMs = (instant: Date | undefined): number =>
    instant === undefined ? Infinity : at.getTime() - instant.getTime();
  const { lastGoodAt, lastFailedAt, walGapAt } = facts;
  const isBased = facts.method === 'base';
  const all: readonly [BackupWarning, boolean][] = [
    ['no-backup', lastGoodAt === undefined],
    ['backup-too-old', lastGoodAt !== undefined && ageMs(lastGoodAt) > limits.backupHoursMax * 3_600_000],
    ['backup-failed', lastFailedAt !== undefined && (lastGoodAt === undefined || lastFailedAt > lastGoodAt)],
    ['wal-gap', isBased && walGapAt !== undefined && (lastGoodAt === undefined || walGapAt > lastGoodAt)],
    ['wal-lag', isBased && lastGoodAt !== undefined && ageMs(facts.walReachedAt) > limits.walMinutesMax * 60_000],
    ['drill-failed', facts.lastDrillPassed === false],
    // The first week has no drill yet.
    ['drill-too-old', facts.lastDrillAt !== undefined && ageMs(facts.lastDrillAt) > limits.drillDaysMax * 86_400_000],
    ['files-lost', facts.filesLost > 0],
    ['files-waiting', facts.filesWaiting > 0],
    ['prune-failed', facts.pruneFailed],
  ];
  return all.filter(([, is]) => is).map(([warning]) => warning);
}
