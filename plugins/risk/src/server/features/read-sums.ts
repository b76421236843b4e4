import type { Feature, FeatureSubject } from '../../domain/features';
import { windowDays } from '../../domain/features';
import { featureColumn, lookBack } from './feature-sql';
import { ofSignals } from './read-signals';
import { arrayOf, recentDays, type SumPart } from './sum-part';

/** Payments to a worker; the share is that of one enterprise, so that both are the key. */
const ofWorkers: SumPart = {
  keys: ({ workerId, enterpriseId }) => [workerId, enterpriseId],
  columns: ['worker_id', 'enterprise_id'],
  sql: (wanted, subjects) =>
    `SELECT ${arrayOf(['s.worker_id', 's.enterprise_id', ...wanted.map(featureColumn)])} AS line
       FROM ${subjects}
       JOIN risk.worker_days d ON d.worker_id = s.worker_id AND ${recentDays(wanted)}
      GROUP BY s.worker_id, s.enterprise_id`,
};

/** Payments to a card, in whosever name and version it is registered. */
const ofCards: SumPart = {
  keys: ({ cardId }) => [cardId],
  columns: ['card_id'],
  sql: (wanted, subjects) =>
    `SELECT ${arrayOf(['a.card_id', ...wanted.map(featureColumn)])} AS line
       FROM ${subjects}
       JOIN parties.published_card_facts a ON a.card_id = s.card_id
       JOIN parties.published_card_facts same ON same.card_blind = a.card_blind
       JOIN risk.worker_days d ON d.card_id = same.card_id AND ${recentDays(wanted)}
      GROUP BY a.card_id`,
};

/** Payments to everybody who is registered with the phone number of a worker. */
const ofPhones: SumPart = {
  keys: ({ workerId }) => [workerId],
  columns: ['worker_id'],
  sql: (wanted, subjects) =>
    `SELECT ${arrayOf(['a.worker_id', ...wanted.map(featureColumn)])} AS line
       FROM ${subjects}
       JOIN parties.published_worker_facts a ON a.worker_id = s.worker_id
       JOIN parties.published_worker_facts same ON same.phone_blind = a.phone_blind
       JOIN risk.worker_days d ON d.worker_id = same.worker_id AND ${recentDays(wanted)}
      GROUP BY a.worker_id`,
};

/** People of a window that ends today, by the last day on which each was paid: one sum for each window. */
const peopleIn = ({ measure }: Feature): string =>
  `coalesce(sum(y.people) FILTER (WHERE y.last_day > $1::date - ${measure.kind === 'distinct' ? windowDays[measure.window] : 0}), 0)`;

function ofPayers(kind: 'enterprise' | 'task', keys: SumPart['keys']): SumPart {
  return {
    keys,
    columns: ['id'],
    sql: (wanted, subjects) => {
      const people = wanted.filter(({ measure }) => measure.kind === 'distinct');
      const sums = wanted.filter((feature) => !people.includes(feature));
      const columns = wanted.map((feature) =>
        people.includes(feature) ? `y.p${people.indexOf(feature)}` : `x.s${sums.indexOf(feature)}`,
      );
      const parts = [
        ...(sums.length > 0
          ? [
              `CROSS JOIN LATERAL (SELECT ${sums.map((each, place) => `${featureColumn(each)} AS s${place}`).join(', ')}
                 FROM risk.payer_days d WHERE d.kind = '${kind}' AND d.payer_id = s.id AND ${recentDays(sums)}) x`,
            ]
          : []),
        ...(people.length > 0
          ? [
              `CROSS JOIN LATERAL (SELECT ${people.map((each, place) => `${peopleIn(each)} AS p${place}`).join(', ')}
                 FROM risk.payee_days y WHERE y.kind = '${kind}' AND y.payer_id = s.id AND y.last_day > $1::date - ${lookBack(people)}) y`,
            ]
          : []),
      ];
      return `SELECT ${arrayOf(['s.id', ...columns])} AS line FROM ${subjects} ${parts.join(' ')}`;
    },
  };
}

/** The parts of the statement that reads features, by whom they are about. */
export const sumParts: Readonly<Record<FeatureSubject, SumPart>> = {
  worker: ofWorkers,
  card: ofCards,
  phone: ofPhones,
  enterprise: ofPayers('enterprise', ({ enterpriseId }) => [enterpriseId]),
  task: ofPayers('task', ({ taskId }) => [taskId]),
  device: ofSignals('device'),
  address: ofSignals('address'),
};
