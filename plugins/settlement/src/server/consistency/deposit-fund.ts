import { startOfDay } from '@linggong/core/domain';
import type { Compared, ConsistencyCheck } from '@linggong/risk';

/** Numbers that are told of a difference. */
const SAMPLES = 20;

/** A deposit `d` and a line `l` of a bank's statement that are the very same credit: a serial counts anew every day. */
const SAME = `l.account = d.sub_account_number AND l.bank_serial = d.bank_serial AND l.amount_fen = d.amount_fen
  AND (l.booked_at AT TIME ZONE 'Asia/Shanghai')::date = (d.received_at + interval '8 hours')::date
  AND (l.deposit_number IS NULL OR l.deposit_number = d.number)`;

/**
 * Deposits against the bank (入金与银行流水): each deposit of the period has a line of a statement, and each credit of a statement to an account of an
 * enterprise is a deposit, of the same serial, day and amount.
 */
export const depositFund: ConsistencyCheck = {
  key: 'deposit-fund',
  name: { zh: '入金与银行流水', en: 'Deposits and statements of the bank' },
  severity: 'high',
  title: { zh: '入金与银行流水不符', en: 'Deposits that differ from the statements of the bank' },
  compare: (db, from, after) =>
    db.one<Compared>(
      `WITH looked AS (
         SELECT d.number, NOT EXISTS (SELECT FROM channels.published_deposit_lines l WHERE ${SAME}) AS differs
           FROM public.deposits d
          WHERE d.received_at >= $1::timestamptz AT TIME ZONE 'UTC' AND d.received_at < $2::timestamptz AT TIME ZONE 'UTC'
         UNION ALL
         SELECT l.bank_serial, true FROM channels.published_deposit_lines l
          WHERE l.booked_at >= $1 AND l.booked_at < $2
            AND EXISTS (SELECT FROM parties.published_enterprise_facts e WHERE e.sub_account_number = l.account)
            AND NOT EXISTS (SELECT FROM public.deposits d WHERE ${SAME}))
       SELECT count(*)::int AS compared, (count(*) FILTER (WHERE differs))::int AS differences,
              coalesce((array_agg(number ORDER BY number) FILTER (WHERE differs))[1:${SAMPLES.toString()}], '{}') AS samples FROM looked`,
      [startOfDay(from), startOfDay(after)],
    ),
};
