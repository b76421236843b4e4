import { signalBounds, windowDays, type Feature } from '../../domain/features';
import { lookBack } from './feature-sql';
import { arrayOf, recentDays, type SumPart } from './sum-part';

/** What a feature sums over the people `o` of a signal and their paid days `d`: both lie within the window. */
function columnOf({ measure }: Feature): { readonly of: 'people' | 'paid'; readonly sql: string } {
  switch (measure.kind) {
    case 'distinct':
      return { of: 'people', sql: `count(*) FILTER (WHERE o.last_day > $1::date - ${windowDays[measure.window]})` };
    case 'orders':
    case 'amount': {
      const since = `$1::date - ${windowDays[measure.window]}`;
      const column = measure.kind === 'orders' ? 'd.orders' : 'd.amount_fen';
      return { of: 'paid', sql: `sum(${column}) FILTER (WHERE d.day > ${since} AND o.last_day > ${since})` };
    }
    case 'share':
    case 'velocity':
    case 'graph':
      throw new Error(`${measure.kind} is not told of devices and addresses`);
  }
}

const windowOf = ({ measure }: Feature): number => ('window' in measure ? windowDays[measure.window] : 0);

/**
 * People who signed in on one device, or at one address, of the payee, and what they were paid: of the one with the most. A signal that many
 * payees of a batch share is read once; `signalBounds` keep the work of one payee small whoever sits behind an address.
 */
export function ofSignals(kind: 'device' | 'address'): SumPart {
  return {
    keys: ({ workerId }) => [workerId],
    columns: ['worker_id'],
    sql: (wanted, subjects) => {
      const columns = wanted.map((each, place) => ({ ...columnOf(each), name: `c${place}`, days: windowOf(each) }));
      const summed = (part: 'people' | 'paid'): string =>
        columns.flatMap(({ of, sql, name }) => (of === part ? [`, ${sql} AS ${name}`] : [])).join('');
      const isPaid = columns.some(({ of }) => of === 'paid');
      const since = `$1::date - ${lookBack(wanted)}`;
      const most = columns.map(({ name, days }) => `max(${name}) FILTER (WHERE m.last_day > $1::date - ${days})`);
      return `WITH mine AS MATERIALIZED (
          SELECT s.worker_id, g.signal_key, g.last_day FROM ${subjects} CROSS JOIN LATERAL (
            SELECT g.signal_key, g.last_day FROM access.published_signals g
             WHERE g.party_kind = 'worker' AND g.party_id = s.worker_id AND g.kind = '${kind}' AND g.last_day > ${since}
             ORDER BY g.last_day DESC, g.signal_key LIMIT ${signalBounds.ofPayee}) g
        ), others AS MATERIALIZED (
          SELECT k.signal_key, o.worker_id, o.last_day FROM (SELECT DISTINCT signal_key FROM mine) k CROSS JOIN LATERAL (
            SELECT o.party_id AS worker_id, o.last_day FROM access.published_signals o
             WHERE o.kind = '${kind}' AND o.signal_key = k.signal_key AND o.party_kind = 'worker' AND o.last_day > ${since}
             ORDER BY o.last_day DESC, o.party_id LIMIT ${signalBounds.people}) o
        ), people AS (SELECT o.signal_key${summed('people')} FROM others o GROUP BY 1)
        ${isPaid ? `, paid AS (SELECT o.signal_key${summed('paid')} FROM others o JOIN risk.worker_days d ON d.worker_id = o.worker_id AND ${recentDays(wanted)} GROUP BY 1)` : ''}
        SELECT ${arrayOf(['m.worker_id', ...most])} AS line
          FROM mine m JOIN people USING (signal_key) ${isPaid ? 'LEFT JOIN paid USING (signal_key)' : ''} GROUP BY m.worker_id`;
    },
  };
}
