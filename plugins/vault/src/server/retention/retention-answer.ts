import { retentionClasses, type Term } from '@linggong/config';
import type { Queryable } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import type { RetentionAnswer } from '../../api/retention';

type Run = NonNullable<RetentionAnswer['classes'][number]['lastRun']> & { readonly class: string };

/** What counts as a state of a run, in SQL over `vault.retention_runs r`. */
export const RUN_STATE = `CASE WHEN r.finished_at IS NULL THEN 'running' WHEN r.fault IS NULL THEN 'done' ELSE 'failed' END`;

function termText(term: Term | undefined): Text2 | null {
  if (term === undefined) return null;
  if ('days' in term && term.days === 0) return { zh: '即时', en: 'at once' };
  return 'years' in term
    ? { zh: `${term.years} 年`, en: `${term.years} ${term.years === 1 ? 'year' : 'years'}` }
    : { zh: `${term.days} 天`, en: `${term.days} ${term.days === 1 ? 'day' : 'days'}` };
}

/** The schedule as it stands, each class with its last run. */
export async function retentionSchedule(db: Queryable): Promise<RetentionAnswer> {
  const runs = await db.query<Run>(
    `SELECT DISTINCT ON (r.class) r.class, ${RUN_STATE} AS state, r.cutoff, r.purged, r.held, r.files,
       r.started_at AS "startedAt", r.fault
     FROM vault.retention_runs r ORDER BY r.class, r.id DESC`,
  );
  const last = new Map(runs.map(({ class: name, ...run }) => [name, run]));
  const classes = retentionClasses.map(({ name, what, law, term, countedFrom, then }) => ({
    name,
    what,
    law,
    term: termText(term),
    countedFrom,
    end: then,
    lastRun: last.get(name) ?? null,
  }));
  return { classes };
}
