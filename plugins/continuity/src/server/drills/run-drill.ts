import { fork } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { record } from '@linggong/audit';
import type { Command } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import type { JobInHand } from '@linggong/jobs';
import { keepFindings } from '../findings/keep-findings';
import type { Keeper } from '../keeper';
import type { DrillMessage, DrillOrder, DrillReport } from './drill-message';

export const DRILL_JOB = 'continuity.drill';

const HEAP_MB = 256;
const STAGES: readonly string[] = ['restore', 'files', 'proof'];

/** The restore stands in database/, above the plugins: it is a process of its own there. The same way from src and dist. */
const ENTRY = path.resolve(__dirname, '../../../../../database/dist/drill-process.js');

/**
 * The restore drill (恢复演练): the newest backup into a scratch server, everything recomputed there, a report filed. A drill that
 * fails is a finding of the system administrator; the job itself has then done its work.
 * @throws Problem 409 `continuity.no-backup` where there is nothing to restore
 */
export async function runDrill(keeper: Keeper, job: JobInHand, command: Command): Promise<{ drill: number }> {
  const { db, settings } = keeper;
  const backup = await newestBackup(keeper);
  await db.query(
    `UPDATE continuity.drills SET state = 'failed', finished_at = $1, problem = 'broken-off' WHERE state = 'running'`,
    [command.at],
  );
  const { id } = await db.one<{ id: number }>(
    `INSERT INTO continuity.drills (state, run_id, backup_code, started_at) VALUES ('running', $1, $2, $3) RETURNING id`,
    [job.runId, backup.code, command.at],
  );
  // Beside the data folder's own cluster, where the server's account may go; a disk of its own is not asked for.
  const scratch = path.join(settings.dataFolder, 'drill');
  await mkdir(settings.dataFolder, { recursive: true });
  const begun = performance.now();
  let report: DrillReport | undefined;
  let words: string | undefined;
  try {
    report = await inScratch({ ...backup, scratch }, keeper.env, job);
  } catch (error) {
    words = error instanceof Error ? error.message : String(error);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  await file(keeper, id, report, words, new Date(command.at.getTime() + performance.now() - begun), command);
  return { drill: id };
}

async function newestBackup({ db }: Keeper): Promise<{ system: string; code: string }> {
  const newest = await db.maybeOne<{ system: string; code: string }>(
    `SELECT system, code FROM continuity.backups WHERE state = 'good' ORDER BY finished_at DESC LIMIT 1`,
  );
  if (newest) return newest;
  throw problem(
    409,
    'continuity.no-backup',
    { zh: '还没有可用的备份，无法演练', en: 'There is no good backup to drill with' },
    { fix: { zh: '请先执行一次备份', en: 'Make a backup first' } },
  );
}

/** @throws Error with the process's words */
function inScratch(
  order: DrillOrder,
  env: Readonly<Record<string, string | undefined>>,
  job: JobInHand,
): Promise<DrillReport> {
  const child = fork(ENTRY, [], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
  });
  return new Promise((resolve, reject) => {
    let words = 'the drill ended without a word';
    child.on('message', (message: DrillMessage) => {
      if (message.kind === 'failed') words = message.words;
      else if (message.kind === 'done') resolve(message.report);
      else {
        const progress = { stage: `drill-${message.stage}`, done: STAGES.indexOf(message.stage), total: STAGES.length };
        void job.progress(progress).catch(() => undefined);
      }
    });
    child.once('error', reject);
    // After `done` this rejects a promise that is settled already, which does nothing.
    child.once('exit', () => reject(new Error(words)));
    child.send(order);
  });
}

/** What broke in a restored copy, in the words of a finding. */
function brokenIn(report: DrillReport): string[] {
  const broken = report.proof.checks.filter((check) => check.broken > 0).map(({ name }) => `${name}-broken`);
  return report.filesMissing > 0 ? [...broken, 'files-missing'] : broken;
}

async function file(
  { db, jobs }: Keeper,
  id: number,
  report: DrillReport | undefined,
  words: string | undefined,
  at: Date,
  command: Command,
): Promise<void> {
  const kinds = report ? brokenIn(report) : ['not-restored'];
  const state = kinds.length === 0 ? 'passed' : 'failed';
  await db.transaction(async (tx) => {
    await tx.query(
      'UPDATE continuity.drills SET state = $2, finished_at = $3, report = $4::jsonb, problem = $5 WHERE id = $1',
      [id, state, at, report ? JSON.stringify(report) : null, words?.slice(0, 2_000) ?? null],
    );
    if (report && state === 'passed') {
      await tx.query('UPDATE continuity.backups SET verified = true, verified_at = $2 WHERE code = $1', [
        report.code,
        at,
      ]);
    }
    const differences = kinds.map((kind) => ({ kind, count: 1n, samples: [`drill#${id}`] }));
    const compared = BigInt(report?.proof.rows ?? 0);
    const outcome = { compared, differences, ...(report ? {} : { incomplete: true as const }) };
    await keepFindings(tx, jobs, 'drill', outcome, command);
    await record(tx, command, {
      action: 'restore-drill.run',
      subject: { kind: 'restore-drill', id },
      after: { state },
    });
    const type = `continuity.drill.${state}`;
    await jobs.emit(tx, { type, key: `drill-${id}`, payload: { drillId: id } }, command);
  });
}
