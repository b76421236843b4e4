import type { Queryable } from '@linggong/core';
import type { Subject } from './stories';

/** What was done to an object: the action without its noun, who did it, when and why. */
export interface ObjectStep {
  readonly action: string;
  readonly at: Date;
  readonly actor: string;
  readonly reason: string | null;
}

/**
 * The last steps of an object as the log tells them, newest first, for the page of the object: whoever may read it knows who did what to it.
 * The log's own readers see the whole story (`readTimeline`).
 */
export function objectSteps(db: Queryable, { kind, id }: Subject, max: number): Promise<ObjectStep[]> {
  return db.query<ObjectStep>(
    `SELECT split_part(a.action, '.', 2) AS action, a.at, a.actor_name AS actor, a.reason
       FROM audit.published_entries a
      WHERE a.subject_kind = $1 AND a.subject_id = $2 AND a.outcome = 'done' AND a.action LIKE $1 || '.%'
      ORDER BY a.recorded_at DESC, a.seq DESC LIMIT $3`,
    [kind, id, max],
  );
}
