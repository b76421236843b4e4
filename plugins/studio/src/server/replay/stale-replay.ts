import type { Queryable } from '@linggong/core';
import type { VersionState } from '../../domain';
import { replayedAgainstOther } from '../problems';
import { inForceBeside, type Beside } from '../versions/compare';
import type { VersionRow } from '../versions/version-rows';

/** What a replay was compared with, and what is in force now instead. */
export interface StaleReplay {
  readonly against: Beside | null;
  readonly now: Beside | null;
}

/** Where a replay is what somebody decides by. */
const decidedByIt: readonly VersionState[] = ['replayed', 'submitted'];

/**
 * Whether the replay of a version that is to be submitted or approved was made beside another version than the one in force: after a roll-back it tells what
 * would have changed against what nobody works by any more (R13.1).
 */
export async function staleReplayOf(db: Queryable, row: VersionRow): Promise<StaleReplay | undefined> {
  if (!decidedByIt.includes(row.state)) return undefined;
  const replay = await db.maybeOne<{ id: number | null; versionNo: number | null }>(
    `SELECT r.against_id AS id, a.version_no AS "versionNo"
       FROM studio.versions v JOIN studio.replays r ON r.id = (v.replay_report ->> 'replayId')::int
       LEFT JOIN studio.versions a ON a.id = r.against_id WHERE v.id = $1 AND r.sha256 = v.sha256`,
    [row.id],
  );
  if (replay === undefined) return undefined;
  const now = await inForceBeside(db, row);
  if (replay.id === (now?.id ?? null)) return undefined;
  const { id, versionNo } = replay;
  return { against: id === null || versionNo === null ? null : { id, versionNo }, now: now ?? null };
}

/** @throws Problem 409 `configuration-replay-stale` */
export async function demandReplayFits(db: Queryable, row: VersionRow): Promise<void> {
  const stale = await staleReplayOf(db, row);
  if (stale !== undefined) throw replayedAgainstOther(stale, row.state);
}
