import { record } from '@linggong/audit';
import type { Command, Database } from '@linggong/core';
import { problem, shanghaiDay } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import { emptyTally, mayStart } from '../../domain';
import { cannot } from '../problems';
import { inForceBeside } from '../versions/compare';
import { lockVersion, readVersion } from '../versions/version-rows';
import type { Consumers } from './consumers';
import type { Period } from './replay-source';
import { newestReplay } from './replay-rows';

export const REPLAY_JOB = 'studio.replay';

/** Longest period of a replay, in days. */
const DAYS_MAX = 400;

export interface ReplayTools {
  readonly db: Database;
  readonly consumers: Pick<Consumers, 'sourceOf'>;
  readonly jobs: Pick<Jobs, 'enqueue' | 'run'>;
}

/**
 * Asks for a version to be replayed on a past period, as a job.
 * @returns the id of the job
 * @throws Problem 404; 409 `configuration-state`, `replay-running`, `replay-without-past`, `replay-period-empty`; 400 `replay-period`
 */
export async function askReplay(
  { db, consumers, jobs }: ReplayTools,
  command: Command,
  id: number,
  period: Period,
): Promise<string> {
  demandPeriod(period, command.at);
  const { kind, key } = await readVersion(db, id);
  const source = consumers.sourceOf(kind, key);
  if (source === undefined) throw withoutPast();
  const total = await source.count(db, period);
  if (total === 0) throw nothingThen();
  await endAbandoned(db, jobs, command, id);
  return db.transaction(async (tx) => {
    const row = await lockVersion(tx, id);
    if (!mayStart('replay', row.state)) throw cannot('replay', row.state);
    // What runs on an older content is of no use any more; its job sees that it has ended.
    await tx.query(
      `UPDATE studio.replays SET state = 'cancelled', finished_at = $3 WHERE version_id = $1 AND state = 'running' AND sha256 <> $2`,
      [id, row.sha256, command.at],
    );
    const beside = await inForceBeside(tx, row);
    const made = await tx.maybeOne<{ id: number }>(
      `INSERT INTO studio.replays (version_id, sha256, against_id, from_day, to_day, source_zh, source_en, state, total, tally, asked_at,
         asked_by, asked_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'running', $8, $9::jsonb, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING id`,
      [
        id,
        row.sha256,
        beside?.id ?? null,
        period.from,
        period.to,
        source.name.zh,
        source.name.en,
        total,
        JSON.stringify(emptyTally),
        command.at,
        command.actor.accountId ?? null,
        command.actor.name,
      ],
    );
    if (made === undefined) throw alreadyRunning();
    const runId = await jobs.enqueue(
      tx,
      { queue: 'imports', name: REPLAY_JOB, payload: { replayId: made.id }, key: `replay-${made.id}` },
      command,
    );
    await tx.query('UPDATE studio.replays SET run_id = $2 WHERE id = $1', [made.id, runId]);
    await record(tx, command, {
      action: 'configuration-version.start-replay',
      subject: { kind: 'configuration-version', id },
      after: { from: period.from, to: period.to, total, sha256: row.sha256 },
    });
    return runId;
  });
}

/** A replay whose job has given up is over. */
async function endAbandoned(
  db: Database,
  jobs: ReplayTools['jobs'],
  { at }: Command,
  versionId: number,
): Promise<void> {
  const replay = await newestReplay(db, versionId);
  if (replay?.state !== 'running') return;
  const run = replay.runId === null ? undefined : await jobs.run(replay.runId);
  if (run && (run.state === 'waiting' || run.state === 'running')) return;
  await db.query(`UPDATE studio.replays SET state = 'failed', finished_at = $2 WHERE id = $1 AND state = 'running'`, [
    replay.id,
    at,
  ]);
}

function demandPeriod({ from, to }: Period, at: Date): void {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days >= 0 && days < DAYS_MAX && to <= shanghaiDay(at)) return;
  throw problem(
    400,
    'replay-period',
    {
      zh: `回放期间应为过去的、不超过 ${DAYS_MAX} 天的一段`,
      en: `A replay takes a past period of at most ${DAYS_MAX} days`,
    },
    { field: 'from', fix: { zh: '请调整起止日期', en: 'Choose other days' } },
  );
}

function withoutPast(): Error {
  return problem(
    409,
    'replay-without-past',
    { zh: '该配置没有可回放的历史', en: 'Nothing of the past was decided by this configuration' },
    { fix: { zh: '检查通过后即可直接提交', en: 'It is submitted once it has passed its check' } },
  );
}

/** A look at a period in which nothing happened shows nobody what a draft would change. */
function nothingThen(): Error {
  return problem(
    409,
    'replay-period-empty',
    {
      zh: '所选期间没有可回放的记录',
      en: 'Nothing was decided in this period that could be asked again',
    },
    { field: 'from', fix: { zh: '请选择有业务发生的期间', en: 'Choose a period in which there was work' } },
  );
}

function alreadyRunning(): Error {
  return problem(
    409,
    'replay-running',
    { zh: '该版本正在回放', en: 'This version is being replayed' },
    { fix: { zh: '请等待完成后再试', en: 'Wait until it has ended' } },
  );
}
