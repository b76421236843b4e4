import type { Core } from '@strapi/strapi';
import { databaseOf, type Command, type Database, type Queryable } from '@linggong/core';
import { shanghaiDay, type Day } from '@linggong/core/domain';
import { emptyTally, tallied, type Compared, type KindName } from '../../domain';
import { compareWith, type Decided } from '../evaluation/compare-with';
import type { Evaluator } from '../evaluation/evaluator';
import { contentOf, type ConfiguredBy } from '../reading/in-force';
import { toolsOf } from '../tools';

/** Examples that are kept of one day. */
export const shadowExamplesMax = 20;

/** The approved version that runs beside the one in force on a day (影子运行); undefined where none does. */
export async function shadowOf(
  db: Queryable,
  kind: KindName,
  key: string,
  day: Day,
): Promise<ConfiguredBy | undefined> {
  const head = await db.prepared<{ versionId: number; sha256: string }>(
    {
      name: 'studio-shadow-of',
      sql: `SELECT v.id AS "versionId", v.sha256 FROM studio.versions v JOIN studio.configurations c ON c.id = v.configuration_id
             WHERE c.kind = $1 AND c.key = $2 AND v.state = 'scheduled' AND v.shadow_from <= $3`,
    },
    [kind, key, day],
  );
  return head && contentOf(db, head);
}

/**
 * Asks the version that runs beside about what was decided just now, and notes where it would have decided otherwise. To be called
 * after the decisions, outside of their transaction: it decides nothing, and where nothing runs beside it costs one look.
 * @returns how many it was asked about
 */
export function runShadow(
  strapi: Core.Strapi,
  command: Command,
  asked: Asked,
  decided: readonly Decided[],
): Promise<number> {
  return runBeside({ db: databaseOf(strapi), evaluator: toolsOf(strapi).evaluator }, command, asked, decided);
}

interface Asked {
  readonly kind: KindName;
  readonly key: string;
}

/** The same with the tools at hand. */
export async function runBeside(
  { db, evaluator }: { readonly db: Database; readonly evaluator: Evaluator },
  command: Command,
  asked: Asked,
  decided: readonly Decided[],
): Promise<number> {
  const day = shanghaiDay(command.at);
  const shadow = decided.length === 0 ? undefined : await shadowOf(db, asked.kind, asked.key, day);
  if (shadow === undefined) return 0;
  const compared = await compareWith(evaluator, shadow, decided);
  await db.transaction((tx) => noteShadow(tx, shadow.versionId, day, compared));
  return compared.length;
}

/** Adds what ran beside on a day to the counts of its version; set-based, and in one order so that two do not lock each other out. */
export async function noteShadow(
  tx: Queryable,
  versionId: number,
  day: Day,
  compared: readonly Compared[],
): Promise<void> {
  const { pairs, examples, unfit } = tallied(emptyTally, compared);
  const counted =
    unfit === 0 ? pairs : [...pairs, { before: '–', after: '–', changed: true, count: unfit, amountFen: 0 }];
  await tx.query(
    `INSERT INTO studio.shadow_counts AS s (version_id, day, before_word, after_word, changed, count, amount_fen)
     SELECT $1, $2, p.b, p.a, p.c, p.n, p.f FROM unnest($3::text[], $4::text[], $5::boolean[], $6::bigint[], $7::bigint[]) AS p (b, a, c, n, f)
      ORDER BY p.b, p.a, p.c
     ON CONFLICT (version_id, day, before_word, after_word, changed)
     DO UPDATE SET count = s.count + excluded.count, amount_fen = s.amount_fen + excluded.amount_fen`,
    [
      versionId,
      day,
      counted.map(({ before }) => before),
      counted.map(({ after }) => after),
      counted.map(({ changed }) => changed),
      counted.map(({ count }) => count),
      counted.map(({ amountFen }) => amountFen),
    ],
  );
  if (examples.length === 0) return;
  await tx.query(
    `INSERT INTO studio.shadow_examples (version_id, day, example)
     SELECT $1, $2, e::jsonb FROM unnest($3::text[]) WITH ORDINALITY AS t (e, n)
      WHERE n + (SELECT count(*) FROM studio.shadow_examples x WHERE x.version_id = $1 AND x.day = $2) <= $4`,
    [versionId, day, examples.map((example) => JSON.stringify(example)), shadowExamplesMax],
  );
}
