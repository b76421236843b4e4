import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import { windowDays, type Feature } from '../../domain/features';
import { featureColumn, lookBack } from './feature-sql';

/** Whom or what a decision is about, as far as it is known; 0 where it is not. */
export interface FeatureKeys {
  readonly workerId: number;
  readonly enterpriseId: number;
  readonly cardId: number;
  readonly taskId: number;
}

/** Values of one subject, as the driver gives them: bigint, or number. */
export type SumRow = Readonly<Record<string, unknown>>;

/** Reads some features of some subjects; subjects of whom nothing is known are left out. */
export interface SumReader {
  key(keys: FeatureKeys): string;
  read(
    db: Queryable,
    day: Day,
    subjects: readonly FeatureKeys[],
    wanted: readonly Feature[],
  ): Promise<Map<string, SumRow>>;
}

const recentDays = (wanted: readonly Feature[]): string =>
  `d.day > $1::date - ${lookBack(wanted)} AND d.day <= $1::date AND d.orders <> 0`;

const mapped = (rows: readonly (SumRow & { key: string })[]): Map<string, SumRow> =>
  new Map(rows.map((row) => [row.key, row]));

const list = (wanted: readonly Feature[]): string => wanted.map(featureColumn).join(', ');

/** Payments to a worker; the share is that of one enterprise, so that both are the key. */
export const ofWorkers: SumReader = {
  key: ({ workerId, enterpriseId }) => `${workerId}:${enterpriseId}`,
  read: async (db, day, subjects, wanted) =>
    mapped(
      await db.query(
        `SELECT s.worker_id || ':' || s.enterprise_id AS key, ${list(wanted)}
           FROM unnest($2::int[], $3::int[]) AS s (worker_id, enterprise_id)
           JOIN risk.worker_days d ON d.worker_id = s.worker_id AND ${recentDays(wanted)}
          GROUP BY s.worker_id, s.enterprise_id`,
        [day, subjects.map(({ workerId }) => workerId), subjects.map(({ enterpriseId }) => enterpriseId)],
      ),
    ),
};

/** Payments to a card, in whosever name and version it is registered. */
export const ofCards: SumReader = {
  key: ({ cardId }) => String(cardId),
  read: async (db, day, subjects, wanted) =>
    mapped(
      await db.query(
        `SELECT s.card_id::text AS key, ${list(wanted)}
           FROM (SELECT a.card_id, same.card_id AS same_id FROM parties.published_card_facts a
                   JOIN parties.published_card_facts same ON same.card_blind = a.card_blind
                  WHERE a.card_id = ANY ($2::int[])) s
           JOIN risk.worker_days d ON d.card_id = s.same_id AND ${recentDays(wanted)}
          GROUP BY s.card_id`,
        [day, subjects.map(({ cardId }) => cardId)],
      ),
    ),
};

/** Payments to everybody who is registered with the phone number of a worker. */
export const ofPhones: SumReader = {
  key: ({ workerId }) => String(workerId),
  read: async (db, day, subjects, wanted) =>
    mapped(
      await db.query(
        `SELECT s.worker_id::text AS key, ${list(wanted)}
           FROM (SELECT a.worker_id, same.worker_id AS same_id FROM parties.published_worker_facts a
                   JOIN parties.published_worker_facts same ON same.phone_blind = a.phone_blind
                  WHERE a.worker_id = ANY ($2::int[])) s
           JOIN risk.worker_days d ON d.worker_id = s.same_id AND ${recentDays(wanted)}
          GROUP BY s.worker_id`,
        [day, subjects.map(({ workerId }) => workerId)],
      ),
    ),
};

/** People of a window that ends today, by the last day on which each was paid. */
const payeesIn = (kind: string, { name, measure }: Feature): string =>
  `(SELECT count(*) FROM risk.payees p WHERE p.kind = '${kind}' AND p.payer_id = s.id
       AND p.last_day > $1::date - ${measure.kind === 'distinct' ? windowDays[measure.window] : 0}) AS "${name}"`;

function ofPayers(kind: 'enterprise' | 'task', idOf: (keys: FeatureKeys) => number): SumReader {
  return {
    key: (keys) => String(idOf(keys)),
    read: async (db, day, subjects, wanted) => {
      const sums = wanted.filter(({ measure }) => measure.kind !== 'distinct').map(featureColumn);
      const people = wanted.filter(({ measure }) => measure.kind === 'distinct').map((each) => payeesIn(kind, each));
      return mapped(
        await db.query(
          `SELECT ${['s.id::text AS key', ...sums, ...people].join(', ')}
             FROM unnest($2::int[]) AS s (id)
             LEFT JOIN risk.payer_days d ON d.kind = '${kind}' AND d.payer_id = s.id AND ${recentDays(wanted)}
            GROUP BY s.id`,
          [day, subjects.map(idOf)],
        ),
      );
    },
  };
}

/** What an enterprise paid, and how many people. */
export const ofEnterprises = ofPayers('enterprise', ({ enterpriseId }) => enterpriseId);

/** What was paid for a task, and how many people. */
export const ofTasks = ofPayers('task', ({ taskId }) => taskId);
