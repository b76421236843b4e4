import { z } from 'zod';
import { record } from '@linggong/audit';
import type { Command, Database, Queryable } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import type { JobInHand } from '@linggong/jobs';
import { draftedStates, tallied, type Compared, type Json, type KindName, type Tally } from '../../domain';
import { compareWith } from '../evaluation/compare-with';
import { soundContent } from '../evaluation/evaluator';
import type { StudioTools } from '../tools';
import { moveVersion } from '../versions/move-version';
import { lockVersion, readContentOf, readVersion, type VersionRow } from '../versions/version-rows';
import type { Consumers } from './consumers';
import type { ReplayItem, ReplaySource } from './replay-source';
import { readReplay, type ReplayRow } from './replay-rows';

/** Items of one page: one commit each, and no more than that is done twice after a kill. */
const PAGE = 2_000;

/** Pages of one replay at most: a source that never ends is not followed. */
const PAGES_MAX = 5_000;

interface Running {
  readonly tools: StudioTools;
  readonly db: Database;
  readonly kind: KindName;
  readonly source: ReplaySource;
  readonly draft: Json;
  readonly against: Json | undefined;
}

/** Which replay a job is about. @throws ZodError where somebody else wrote the payload */
export function replayIdOf(payload: unknown): number {
  return z.strictObject({ replayId: z.int() }).parse(payload).replayId;
}

interface ReplayParts {
  readonly tools: StudioTools;
  readonly db: Database;
  readonly consumers: Pick<Consumers, 'sourceOf'>;
}

/**
 * Works a replay off page by page (回放). A killed one goes on after the last page that was kept; one whose version was changed or moved on
 * meanwhile ends as cancelled.
 * @throws Problem 422 `evaluation-too-slow`; what the source throws: the job is tried again
 */
export async function runReplay(
  { tools, db, consumers }: ReplayParts,
  command: Command,
  replayId: number,
  progress: JobInHand['progress'],
): Promise<void> {
  const replay = await readReplay(db, replayId);
  if (replay?.state !== 'running') return;
  const row = await readVersion(db, replay.versionId);
  const source = consumers.sourceOf(row.kind, row.key);
  if (source === undefined || !isCurrent(row, replay)) return end(db, command, replay, 'cancelled');
  try {
    await runPages({ tools, db, source, kind: row.kind }, command, replay, progress);
  } catch (error) {
    // What is refused will be refused again; a fault is tried again by the queue.
    if (error instanceof Problem && error.status < 500) await end(db, command, replay, 'failed');
    throw error;
  }
}

async function runPages(
  parts: Omit<Running, 'draft' | 'against'>,
  command: Command,
  replay: ReplayRow,
  progress: JobInHand['progress'],
): Promise<void> {
  const { tools, db, source, kind } = parts;
  const running: Running = {
    ...parts,
    draft: soundContent(tools.kinds, kind, (await readContentOf(db, replay.versionId)).content),
    against: replay.againstId === null ? undefined : (await readContentOf(db, replay.againstId)).content,
  };
  const contents = [running.draft, ...(running.against === undefined ? [] : [running.against])];
  let { after, tally } = replay;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const items = await source.page(db, { ...periodOf(replay), after: after ?? undefined, limit: PAGE, contents });
    const last = items.at(-1);
    if (last === undefined) return finish(db, command, replay, tally);
    tally = tallied(tally, await compare(running, items));
    after = last.cursor;
    if (!(await keepPage(db, replay, after, tally))) return end(db, command, replay, 'cancelled');
    await progress({ stage: 'replay', done: tally.compared, total: Math.max(replay.total, tally.compared) });
  }
  throw new Error(`the source of replay ${replay.id} does not end`);
}

const periodOf = ({ from, to }: ReplayRow): { from: string; to: string } => ({ from, to });

const isCurrent = (row: VersionRow, replay: ReplayRow): boolean =>
  row.sha256 === replay.sha256 && draftedStates.includes(row.state) && row.state !== 'draft';

/** What the draft decides beside what was decided then, or what the version in force decides where that is not known. */
async function compare(running: Running, items: readonly ReplayItem[]): Promise<readonly Compared[]> {
  const { tools, kind, draft, source } = running;
  const reads = source.reads ?? ((outcome: Json) => outcome);
  const then = await askedAgain(running, items);
  const decided = items.map((item) => ({
    ...item,
    decided: item.decided ?? said(reads, then.get(item.cursor)) ?? null,
  }));
  const compared = await compareWith(tools.evaluator, { kind, content: draft }, decided);
  return compared.map((one) => ({ ...one, after: said(reads, one.after) }));
}

const said = (reads: (outcome: Json) => Json, outcome: Json | undefined): Json | undefined =>
  outcome === undefined ? undefined : reads(outcome);

async function askedAgain(
  { tools, kind, against }: Running,
  items: readonly ReplayItem[],
): Promise<ReadonlyMap<string, Json>> {
  const unknown = items.filter(({ decided }) => decided === undefined);
  if (against === undefined || unknown.length === 0) return new Map();
  const tried = await tools.evaluator.tryAll(
    kind,
    against,
    unknown.map(({ input }) => input),
  );
  return new Map(
    unknown.flatMap(({ cursor }, index) => {
      const outcome = tried[index]?.outcome;
      return outcome === undefined ? [] : [[cursor, outcome] as const];
    }),
  );
}

/** Keeps a page where the version still stands as it is replayed. @returns whether it does */
async function keepPage(db: Queryable, replay: ReplayRow, after: string, tally: Tally): Promise<boolean> {
  const kept = await db.query(
    `UPDATE studio.replays r SET after_cursor = $2, tally = $3::jsonb
      WHERE r.id = $1 AND r.state = 'running'
        AND EXISTS (SELECT FROM studio.versions v WHERE v.id = r.version_id AND v.sha256 = r.sha256 AND v.state IN ('checked', 'replayed'))
      RETURNING r.id`,
    [replay.id, after, JSON.stringify(tally)],
  );
  return kept.length === 1;
}

async function finish(db: Database, command: Command, replay: ReplayRow, tally: Tally): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockVersion(tx, replay.versionId);
    if (!isCurrent(row, replay)) {
      await close(tx, command, replay, 'cancelled');
      return;
    }
    if (!(await close(tx, command, replay, 'done'))) return;
    await moveVersion(tx, command, row.id, 'replayed', {
      replay_report: JSON.stringify({ sha256: replay.sha256, replayId: replay.id, at: command.at.toISOString() }),
    });
    await record(tx, command, {
      action: 'configuration-version.replay',
      subject: { kind: 'configuration-version', id: row.id },
      before: { state: row.state },
      after: {
        state: 'replayed',
        from: replay.from,
        to: replay.to,
        compared: tally.compared,
        changed: tally.changed,
        unfit: tally.unfit,
        sha256: replay.sha256,
      },
    });
  });
}

function end(db: Database, command: Command, replay: ReplayRow, how: 'cancelled' | 'failed'): Promise<void> {
  return db.transaction(async (tx) => void (await close(tx, command, replay, how)));
}

/** @returns whether it was running still */
async function close(
  tx: Queryable,
  { at }: Command,
  { id }: ReplayRow,
  state: 'done' | 'cancelled' | 'failed',
): Promise<boolean> {
  const closed = await tx.query(
    `UPDATE studio.replays SET state = $2, finished_at = $3 WHERE id = $1 AND state = 'running' RETURNING id`,
    [id, state, at],
  );
  return closed.length === 1;
}
