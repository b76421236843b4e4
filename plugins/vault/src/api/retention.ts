import { z } from 'zod';
import { holdSubjects, runStates } from '../domain/retention';

const instant = z.union([z.date(), z.iso.datetime()]);
const text2 = z.strictObject({ zh: z.string(), en: z.string() });
const count = z.union([z.bigint(), z.int().min(0)]);

const lastRun = z.strictObject({
  state: z.enum(runStates),
  cutoff: instant,
  purged: count,
  held: count,
  files: count,
  startedAt: instant,
  fault: z.string().nullable(),
});

/** One line of the retention schedule (保存期限), and how its last run came out. */
const retentionClass = z
  .strictObject({
    name: z.string(),
    what: text2,
    law: text2,
    term: text2.nullable().meta({ description: '期限；空为长期保存 · null for what is kept' }),
    countedFrom: text2,
    end: z.enum(['purge', 'own-sweep', 'with-person', 'kept']),
    lastRun: lastRun.nullable(),
  })
  .meta({ id: 'RetentionClass' });

export const retentionAnswer = z.strictObject({ classes: z.array(retentionClass) });
export type RetentionAnswer = z.input<typeof retentionAnswer>;

// In the words of the house's other reasons; access, which has them, stands above this plugin.
const reason = z.string().trim().min(2).max(500).meta({ description: '理由 · reason' });

export const holdBody = z.strictObject({
  subject: z.strictObject({ kind: z.enum(holdSubjects), id: z.int().min(1).max(2_147_483_647) }),
  reason,
});
export const holdEndBody = z.strictObject({ reason });
export const holdParams = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .transform(Number)
    .pipe(z.int().max(2_147_483_647)),
});
export const holdAnswer = z.strictObject({ id: z.int() });
