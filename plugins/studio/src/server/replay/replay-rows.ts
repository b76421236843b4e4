import type { Queryable } from '@linggong/core';
import type { Day, Text2 } from '@linggong/core/domain';
import type { Tally } from '../../domain';

export const replayStates = ['running', 'done', 'cancelled', 'failed'] as const;

export interface ReplayRow {
  readonly id: number;
  readonly versionId: number;
  readonly sha256: string;
  readonly againstId: number | null;
  /** Number of the version that it was compared with. */
  readonly againstNo: number | null;
  readonly from: Day;
  readonly to: Day;
  readonly source: Text2;
  readonly state: (typeof replayStates)[number];
  readonly runId: string | null;
  readonly after: string | null;
  readonly total: number;
  readonly tally: Tally;
  readonly askedAt: Date;
  readonly askedName: string;
  readonly finishedAt: Date | null;
}

const columns = `id, version_id AS "versionId", sha256, against_id AS "againstId",
  (SELECT a.version_no FROM studio.versions a WHERE a.id = against_id) AS "againstNo", from_day AS "from", to_day AS "to",
  jsonb_build_object('zh', source_zh, 'en', source_en) AS source, state, run_id AS "runId", after_cursor AS "after",
  total::int AS total, tally, asked_at AS "askedAt", asked_name AS "askedName", finished_at AS "finishedAt"`;

export function readReplay(db: Queryable, id: number): Promise<ReplayRow | undefined> {
  return db.maybeOne<ReplayRow>(`SELECT ${columns} FROM studio.replays WHERE id = $1`, [id]);
}

/** The newest replay of a version. */
export function newestReplay(db: Queryable, versionId: number): Promise<ReplayRow | undefined> {
  return db.maybeOne<ReplayRow>(
    `SELECT ${columns} FROM studio.replays WHERE version_id = $1 ORDER BY id DESC LIMIT 1`,
    [versionId],
  );
}
