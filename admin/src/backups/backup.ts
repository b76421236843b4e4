/** A row of `/api/console/backups`. */
export interface BackupRow {
  id: number;
  code: string;
  method: string;
  state: string;
  store: string;
  place: string;
  bytes: number | null;
  seconds: number | null;
  server: string | null;
  lastWal: string | null;
  verified: boolean | null;
  verifiedAt: string | null;
  problem: string | null;
  startedAt: string;
  finishedAt: string | null;
  /** Not a fact of the row: the place of its button. */
  verify?: never;
}

/** A row of `/api/console/restore-drills`. */
export interface DrillRow {
  id: number;
  state: string;
  backupCode: string | null;
  rows: number | null;
  report: DrillReport | null;
  problem: string | null;
  startedAt: string;
  finishedAt: string | null;
}

export interface DrillReport {
  proof: { checks: { name: string; compared: number; broken: number }[]; rows: number; seconds: number };
  unpackSeconds: number;
  recoverSeconds: number;
  files: number;
  filesMissing: number;
}

/** What `GET /api/v1/backups/status` answers. */
export interface BackupStatusAnswer {
  method: 'base' | 'dump' | 'none';
  place: string | null;
  lastGoodAt: string | null;
  walReachedAt: string | null;
  walBytes: number;
  restoreFrom: string | null;
  restoreTo: string | null;
  lastDrillAt: string | null;
  lastDrillPassed: boolean | null;
  warnings: string[];
}
