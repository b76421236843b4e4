import type { Queryable } from '@linggong/core';
import { realNameFindings, type PeriodFigure } from '../../../domain';
import type { CountPeriod, Period } from '../periods/make-review';
import { kindWords, notKept, outcomeWords, realNameFigures, reasonSection, vendorSection } from './real-name-figures';

/** Business numbers shown of each finding. */
const SAMPLES = 20;
/** Vendors and kinds of failure shown; there are fewer. */
const GROUPS = 40;

const numbers = (where: string): string =>
  `(array_agg(w.number ORDER BY w.number) FILTER (WHERE ${where}))[1:${SAMPLES}]`;
const unverified = `w.is_paid AND w.real_name_state <> 'verified'`;
const overdue = `w.state = 'active' AND w.real_name_state = 'verified' AND w.checked_at < w.recheck_before`;

/** Everybody who is registered, with whether he was paid in the period and which papers of him there are. */
const PEOPLE = `people AS (
  SELECT f.worker_id, f.number, f.state, f.real_name_state, f.phone_blind, f.agency_from, d.has_address, a.checked_at,
         $5::timestamptz AS recheck_before, p.worker_id IS NOT NULL AS is_paid,
         EXISTS (SELECT FROM parties.published_card_facts c WHERE c.worker_id = f.worker_id AND c.is_usable) AS has_card
    FROM parties.published_worker_facts f
    JOIN parties.published_documents d ON d.worker_id = f.worker_id
    JOIN parties.published_check_ages a ON a.worker_id = f.worker_id
    LEFT JOIN (SELECT DISTINCT worker_id FROM risk.worker_days WHERE day >= $1 AND day < $2 AND orders > 0) p ON p.worker_id = f.worker_id
   WHERE f.state NOT IN ('erased') AND (f.state <> 'deregistered' OR p.worker_id IS NOT NULL))`;

const COUNT = `WITH ${PEOPLE},
shared_cards AS (
  SELECT c.card_blind, array_agg(DISTINCT w.number) AS numbers
    FROM parties.published_card_facts c JOIN people w ON w.worker_id = c.worker_id
   WHERE c.replaced_at IS NULL AND c.state <> 'refused' GROUP BY c.card_blind HAVING count(DISTINCT c.worker_id) > 1),
shared_phones AS (
  SELECT w.phone_blind, array_agg(w.number) AS numbers FROM people w WHERE w.phone_blind IS NOT NULL GROUP BY w.phone_blind HAVING count(*) > 1),
made AS (SELECT * FROM real_name.published_checks WHERE checked_at >= $3 AND checked_at < $4),
checks AS (
  SELECT count(*) AS checks, count(*) FILTER (WHERE outcome = 'match') AS check_match, count(*) FILTER (WHERE outcome = 'mismatch') AS check_mismatch,
         count(*) FILTER (WHERE outcome = 'no-record') AS check_no_record, count(*) FILTER (WHERE outcome = 'error') AS check_error,
         coalesce(sum(cost_fen), 0)::bigint AS cost,
         count(*) FILTER (WHERE outcome = 'match') * 10000 / nullif(count(*), 0) AS pass_rate,
         count(*) FILTER (WHERE outcome = 'error') * 10000 / nullif(count(*), 0) AS error_rate
    FROM made),
counted AS (
  SELECT count(*) FILTER (WHERE w.is_paid) AS workers_paid,
         count(*) FILTER (WHERE w.is_paid AND w.real_name_state = 'verified') AS paid_verified,
         count(*) FILTER (WHERE w.is_paid AND w.real_name_state = 'verified') * 10000 / nullif(count(*) FILTER (WHERE w.is_paid), 0) AS paid_coverage,
         count(*) FILTER (WHERE ${unverified}) AS paid_unverified, ${numbers(unverified)} AS s_paid_unverified,
         count(*) FILTER (WHERE w.state <> 'deregistered') AS workers_known,
         count(*) FILTER (WHERE w.state <> 'deregistered' AND w.real_name_state = 'verified') * 10000
           / nullif(count(*) FILTER (WHERE w.state <> 'deregistered'), 0) AS known_coverage,
         count(*) FILTER (WHERE w.is_paid AND NOT w.has_card) AS paid_without_card, ${numbers('w.is_paid AND NOT w.has_card')} AS s_paid_without_card,
         count(*) FILTER (WHERE w.is_paid AND w.phone_blind IS NULL) AS paid_without_phone,
         count(*) FILTER (WHERE w.is_paid AND NOT w.has_address) AS paid_without_address,
         ${numbers('w.is_paid AND NOT w.has_address')} AS s_paid_without_address,
         count(*) FILTER (WHERE w.is_paid AND w.agency_from IS NULL) AS paid_without_agency,
         ${numbers('w.is_paid AND w.agency_from IS NULL')} AS s_paid_without_agency,
         count(*) FILTER (WHERE ${overdue}) AS recheck_overdue, ${numbers(overdue)} AS s_recheck_overdue,
         count(*) FILTER (WHERE w.state = 'blocked') AS workers_blocked
    FROM people w)
SELECT counted.*, checks.*,
       (SELECT count(*) FROM real_name.published_waiting) AS waiting,
       (SELECT count(*) FROM shared_cards) AS cards_shared,
       (SELECT array_agg(n ORDER BY n) FROM (SELECT unnest(numbers) AS n FROM shared_cards ORDER BY n LIMIT ${SAMPLES}) s) AS s_cards_shared,
       (SELECT count(*) FROM shared_phones) AS phones_shared,
       (SELECT array_agg(n ORDER BY n) FROM (SELECT unnest(numbers) AS n FROM shared_phones ORDER BY n LIMIT ${SAMPLES}) s) AS s_phones_shared,
       (SELECT count(*) FROM risk.measures WHERE kind = 'freeze-worker' AND taken_at >= $3 AND taken_at < $4) AS workers_frozen,
       (SELECT count(*) FROM risk.cases WHERE source = 'real-name' AND opened_at >= $3 AND opened_at < $4) AS cases_opened,
       (SELECT count(*) FROM risk.cases WHERE source = 'real-name' AND closed_at >= $3 AND closed_at < $4) AS cases_closed
  FROM counted, checks`;

type Row = Readonly<Record<string, bigint | number | string[] | null>>;

const DAY_MS = 86_400_000;

/**
 * Counts how real-name verification performed in a month (R8.3): one pass over the people and the month's checks, without anything of a person.
 * @param recheckDays after which a verified identity is asked about again
 */
export function countRealName(recheckDays: number): CountPeriod {
  return async (tx, period, at) => {
    const { from, after, start, end } = period;
    const row = await tx.one<Row>(COUNT, [from, after, start, end, new Date(at.getTime() - recheckDays * DAY_MS)]);
    const counted = realNameFigures.map((figure): PeriodFigure => {
      const value = row[figure.key.replaceAll('-', '_')];
      if (value === undefined || Array.isArray(value)) throw new Error(`the review does not count ${figure.key}`);
      return { ...figure, value: value === null ? null : BigInt(value) };
    });
    const samples = Object.fromEntries(
      realNameFigures.map(({ key }) => {
        const found = row[`s_${key.replaceAll('-', '_')}`];
        return [key, Array.isArray(found) ? found : []];
      }),
    );
    const figures = [...counted, notKept, ...(await vendorFigures(tx, period)), ...(await reasonFigures(tx, period))];
    return { figures, findings: realNameFindings(figures, samples) };
  };
}

async function vendorFigures(db: Queryable, { start, end }: Period): Promise<PeriodFigure[]> {
  const rows = await db.query<{ provider: string; checks: bigint; rate: bigint }>(
    `SELECT provider, count(*) AS checks, count(*) FILTER (WHERE outcome = 'match') * 10000 / count(*) AS rate
       FROM real_name.published_checks WHERE checked_at >= $1 AND checked_at < $2 GROUP BY provider ORDER BY provider LIMIT ${GROUPS}`,
    [start, end],
  );
  const section = { section: 'vendors', sectionName: vendorSection } as const;
  return rows.flatMap(({ provider, checks, rate }): PeriodFigure[] => [
    {
      ...section,
      key: `vendor-${provider}-checks`,
      name: { zh: `${provider} 核验次数`, en: `${provider}: checks` },
      unit: 'count',
      value: checks,
    },
    {
      ...section,
      key: `vendor-${provider}-rate`,
      name: { zh: `${provider} 通过率`, en: `${provider}: share that match` },
      unit: 'basis-points',
      value: rate,
    },
  ]);
}

async function reasonFigures(db: Queryable, { start, end }: Period): Promise<PeriodFigure[]> {
  const rows = await db.query<{ kind: string; outcome: string; checks: bigint }>(
    `SELECT kind, outcome, count(*) AS checks FROM real_name.published_checks
      WHERE checked_at >= $1 AND checked_at < $2 AND outcome <> 'match' GROUP BY kind, outcome ORDER BY kind, outcome LIMIT ${GROUPS}`,
    [start, end],
  );
  return rows.map(({ kind, outcome, checks }): PeriodFigure => {
    const what = kindWords[kind] ?? { zh: kind, en: kind };
    const how = outcomeWords[outcome] ?? { zh: outcome, en: outcome };
    return {
      section: 'reasons',
      sectionName: reasonSection,
      key: `failed-${kind}-${outcome}`,
      name: { zh: `${what.zh} · ${how.zh}`, en: `${what.en}: ${how.en}` },
      unit: 'count',
      value: checks,
    };
  });
}
