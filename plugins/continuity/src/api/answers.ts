import { instantOutput } from '@linggong/access/api';
import { jobAnswer } from '@linggong/jobs/api';
import { z } from 'zod';

const when = z.union([
  z.strictObject({ daily: z.string() }),
  z.strictObject({ weekly: z.strictObject({ day: z.int().min(1).max(7), at: z.string() }) }),
  z.strictObject({ everyMs: z.int() }),
]);

/** One schedule with its last and its next run (定时任务). */
export const scheduleItem = z
  .strictObject({
    name: z.string().meta({ description: '任务名 · name of the job' }),
    queue: z.string(),
    when,
    nextAt: instantOutput.nullable(),
    last: z
      .strictObject({
        id: z.uuid(),
        state: jobAnswer.shape.state,
        startedAt: instantOutput.nullable(),
        finishedAt: instantOutput.nullable(),
        result: z.unknown(),
        problem: jobAnswer.shape.problem,
      })
      .nullable()
      .meta({
        description: '上一次有记录的执行 · the last run with a row; repeated work leaves one only when it fails',
      }),
  })
  .meta({ id: 'Schedule' });

export const scheduleList = z.strictObject({ items: z.array(scheduleItem) });

export const scheduleParams = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+$/)
    .max(80)
    .meta({ description: '任务名 · name of the schedule' }),
});

/** What answers 202: follow it at `GET /jobs/{id}`. */
export const jobStarted = z.strictObject({ jobId: z.uuid() });

/** How the backups stand now (备份状况). */
export const backupStatus = z
  .strictObject({
    method: z.enum(['base', 'dump', 'none']),
    place: z.string().nullable(),
    lastGoodAt: instantOutput.nullable(),
    walReachedAt: instantOutput.nullable(),
    walBytes: z.union([z.bigint(), z.int()]),
    restoreFrom: instantOutput.nullable().meta({ description: '最早可恢复到 · earliest instant of a restore' }),
    restoreTo: instantOutput.nullable().meta({ description: '最晚可恢复到 · latest instant of a restore' }),
    lastDrillAt: instantOutput.nullable(),
    lastDrillPassed: z.boolean().nullable(),
    warnings: z.array(
      z.enum([
        'no-backup',
        'backup-too-old',
        'backup-failed',
        'wal-lag',
        'wal-gap',
        'drill-failed',
        'drill-too-old',
        'files-lost',
        'files-waiting',
        'prune-failed',
        'same-disk',
      ]),
    ),
  })
  .meta({ id: 'BackupStatus' });

export const findingSteps = z.strictObject({
  id: z.int(),
  state: z.enum(['open', 'acknowledged', 'resolved', 'recurring', 'closed']),
});
