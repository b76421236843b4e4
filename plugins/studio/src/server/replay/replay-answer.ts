import type { Queryable } from '@linggong/core';
import type { VersionAnswer } from '../../api';
import { answered } from '../shadow/shadow-answer';
import type { VersionRow } from '../versions/version-rows';
import { newestReplay } from './replay-rows';

/** The newest replay of a version, with what it found so far; null where it never was replayed. */
export async function replayAnswerOf(
  db: Queryable,
  { id, sha256 }: Pick<VersionRow, 'id' | 'sha256'>,
): Promise<VersionAnswer['replay']> {
  const replay = await newestReplay(db, id);
  if (replay === undefined) return null;
  const { tally } = replay;
  return {
    id: replay.id,
    state: replay.state,
    isCurrent: replay.sha256 === sha256,
    against:
      replay.againstId === null || replay.againstNo === null
        ? null
        : { id: replay.againstId, versionNo: replay.againstNo },
    from: replay.from,
    to: replay.to,
    source: replay.source,
    job: replay.runId,
    askedAt: replay.askedAt,
    askedBy: replay.askedName,
    finishedAt: replay.finishedAt,
    total: replay.total,
    compared: tally.compared,
    changed: tally.changed,
    changedFen: tally.changedFen,
    unfit: tally.unfit,
    unfitExamples: [...tally.unfitExamples],
    pairs: [...tally.pairs].sort((one, other) => other.count - one.count),
    examples: tally.examples.map(answered),
    rowsHit: { ...tally.rowsHit },
  };
}
