import type { Queryable } from '@linggong/core';
import { monthOf, type Day } from '@linggong/core/domain';
import type { ReplayItem, ReplaySource } from '@linggong/studio';
import { dayAfterMonth } from '../../domain';
import { readPairs } from '../reviews/concentration/read-pairs';

const COUNT = `SELECT count(*)::int AS total FROM (
    SELECT DISTINCT enterprise_id, worker_id, date_trunc('month', day) FROM risk.worker_days
     WHERE orders > 0 AND day >= date_trunc('month', $1::date) AND day < date_trunc('month', $2::date) + interval '1 month') pair`;

/** What enterprises paid workers, month by month of a period (历史月份), asked again as the monthly look asks it (R8.5). */
export const pastPairs: ReplaySource = {
  name: { zh: '历史月份的付款集中情况', en: 'Payments of past months, by enterprise and worker' },
  count: async (db, { from, to }) => (await db.one<{ total: number }>(COUNT, [from, to])).total,
  any: async (db) => (await db.maybeOne('SELECT 1 FROM risk.worker_days WHERE orders > 0 LIMIT 1')) !== undefined,
  async page(db, { from, to, after, limit }) {
    // A long period may begin years before anything was paid.
    const [begun = await firstMonth(db, `${monthOf(from)}-01`), done = '0'] = after?.split('/') ?? [];
    if (begun === undefined) return [];
    for (
      let month = begun, skip = Number(done);
      month <= monthOf(to);
      month = monthOf(dayAfterMonth(month)), skip = 0
    ) {
      const pairs = await readPairs(db, `${month}-01`, dayAfterMonth(month));
      const items = pairs.slice(skip, skip + limit).map((pair, index) => itemOf(month, skip + index + 1, pair));
      if (items.length > 0) return items;
    }
    return [];
  },
};

async function firstMonth(db: Queryable, from: Day): Promise<string | undefined> {
  const { day } = await db.one<{ day: Day | null }>(
    'SELECT min(day)::text AS day FROM risk.worker_days WHERE orders > 0 AND day >= $1::date',
    [from],
  );
  return day === null ? undefined : monthOf(day);
}

/** Pairs have no number of their own: they are told by their month and their place in it, and looked at with the worker. */
function itemOf(
  month: string,
  place: number,
  { workerId, facts }: Awaited<ReturnType<typeof readPairs>>[number],
): ReplayItem {
  return {
    cursor: `${month}/${place.toString()}`,
    subject: { label: `${month} / ${place.toString()}`, link: `/workers/${workerId.toString()}/show` },
    input: { ...facts },
    amountFen: facts.pairAmountFen,
  };
}
