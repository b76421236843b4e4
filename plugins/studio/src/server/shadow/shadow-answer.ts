import type { Queryable } from '@linggong/core';
import type { VersionAnswer } from '../../api';
import type { TallyExample } from '../../domain';
import type { VersionRow } from '../versions/version-rows';
import { shadowExamplesMax } from './shadows';

/** Days of a shadow that an answer tells, the newest. */
const daysMax = 60;

interface DayRow {
  readonly day: string;
  readonly compared: number;
  readonly changed: number;
  readonly pairs: { before: string; after: string; changed: boolean; count: number; amountFen: number }[];
  readonly examples: TallyExample[] | null;
}

/** What a version decided beside the one in force, day by day; null for one that never ran beside another. */
export async function shadowAnswerOf(
  db: Queryable,
  { id, shadowFrom }: Pick<VersionRow, 'id' | 'shadowFrom'>,
): Promise<VersionAnswer['shadow']> {
  if (shadowFrom === null) return null;
  const days = await db.query<DayRow>(
    `SELECT c.day, sum(c.count)::int AS compared, coalesce(sum(c.count) FILTER (WHERE c.changed), 0)::int AS changed,
            jsonb_agg(jsonb_build_object('before', c.before_word, 'after', c.after_word, 'changed', c.changed, 'count', c.count,
              'amountFen', c.amount_fen) ORDER BY c.count DESC) AS pairs,
            (SELECT jsonb_agg(e.example ORDER BY e.id) FROM (SELECT id, example FROM studio.shadow_examples x
              WHERE x.version_id = $1 AND x.day = c.day ORDER BY id LIMIT $3) e) AS examples
       FROM studio.shadow_counts c WHERE c.version_id = $1 GROUP BY c.day ORDER BY c.day DESC LIMIT $2`,
    [id, daysMax, shadowExamplesMax],
  );
  return {
    from: shadowFrom,
    days: days.map(({ examples, ...day }) => ({ ...day, examples: (examples ?? []).map(answered) })),
  };
}

/** An example as answers give it: lists that may be written to. */
export function answered({ trace, ...example }: TallyExample) {
  return { ...example, trace: [...trace] };
}
