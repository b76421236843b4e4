import type { Queryable } from '@linggong/core';
import type { Feature, GraphFact } from '../../domain/features';
import type { FeatureKeys, SumRow } from './read-sums';

/** People are counted as the register has them now: cards given up still tie them, and people who were erased tie nobody. */
const FACTS: Readonly<Record<GraphFact, string>> = {
  'card-workers': `(SELECT count(DISTINCT c.worker_id) FROM parties.published_card_facts a
      JOIN parties.published_card_facts c ON c.card_blind = a.card_blind WHERE a.card_id = s.card_id)`,
  'phone-workers': `(SELECT count(*) FROM parties.published_worker_facts a
      JOIN parties.published_worker_facts w ON w.phone_blind = a.phone_blind WHERE a.worker_id = s.worker_id)`,
};

/** Features of ties between people, numbers and enterprises; one row for every subject, by its place. */
export function readGraph(
  db: Queryable,
  subjects: readonly FeatureKeys[],
  wanted: readonly Feature[],
): Promise<SumRow[]> {
  const columns = wanted.flatMap(({ name, measure }) =>
    measure.kind === 'graph' ? [`${FACTS[measure.fact]} AS "${name}"`] : [],
  );
  return db.query(
    `SELECT ${columns.join(', ')}
       FROM unnest($1::int[], $2::int[], $3::int[]) WITH ORDINALITY AS s (worker_id, enterprise_id, card_id, place) ORDER BY place`,
    [
      subjects.map(({ workerId }) => workerId),
      subjects.map(({ enterpriseId }) => enterpriseId),
      subjects.map(({ cardId }) => cardId),
    ],
  );
}
