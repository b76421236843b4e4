import type { Queryable } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import { allInForce } from '@linggong/studio';
import { kinds, type Json } from '@linggong/studio/domain';
import { z } from 'zod';
import { limitSubjects, limitWindows, type ApplyingLimit } from '../../domain';

const outcome = z.object({
  limits: z.array(
    z.object({
      id: z.string(),
      subject: z.enum(limitSubjects),
      window: z.enum(limitWindows),
      maxFen: z.int().nullable(),
      maxCount: z.int().nullable(),
    }),
  ),
});
const named = z.object({
  limits: z.array(z.object({ id: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })),
});

const limitSet = kinds.find(({ kind }) => kind === 'limit-set');

/**
 * The limits that hold for the payments of an enterprise, by kind of work: of every limit set in force (Studio, `limit-set`), by its class.
 * Empty where none is in force.
 * @param rating class of the enterprise, null where it has none: then only what is for every class holds
 */
export async function limitsFor(
  db: Queryable,
  kindsOfWork: readonly string[],
  rating: string | null = null,
): Promise<ApplyingLimit[]> {
  const sets = await allInForce(db, 'limit-set');
  return sets.flatMap(({ content }) => kindsOfWork.flatMap((kind) => applying(content, rating, kind)));
}

const limited = z.object({ limits: z.array(z.object({ kindsOfWork: z.array(z.string()).optional() })) });

/** The kinds of work that limits in force name. */
export async function kindsLimited(db: Queryable): Promise<string[]> {
  const sets = await allInForce(db, 'limit-set');
  return [
    ...new Set(sets.flatMap(({ content }) => limited.parse(content).limits.flatMap((one) => one.kindsOfWork ?? []))),
  ].sort();
}

function applying(content: Json, rating: string | null, kindOfWork: string): ApplyingLimit[] {
  const names = new Map<string, Text2>(named.parse(content).limits.map(({ id, name }) => [id, name]));
  const asked = limitSet?.evaluate(content, { class: rating, kindOfWork });
  return outcome.parse(asked?.outcome).limits.map(({ id, subject, window, maxFen, maxCount }) => ({
    kindOfWork,
    subject,
    window,
    maxFen: maxFen === null ? null : BigInt(maxFen),
    maxCount,
    name: names.get(id) ?? { zh: id, en: id },
  }));
}
