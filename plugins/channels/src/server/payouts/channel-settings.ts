import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import { workingDaysInForce } from '@linggong/studio';
import { bankCalendar, type BankCalendar, type ChannelLimits } from '../../domain';

const NO_LIMITS: ChannelLimits = {
  lineMaxFen: null,
  smallMaxFen: null,
  dayMaxFen: null,
  opensAt: null,
  cutOffAt: null,
  largeFrom: null,
  largeTo: null,
  workingDaysOnly: false,
};

/** What a channel takes on a day; no limits where none are set. */
export async function limitsOn(db: Queryable, channel: string, day: Day): Promise<ChannelLimits> {
  const row = await db.maybeOne<ChannelLimits>(
    `SELECT line_max_fen AS "lineMaxFen", small_max_fen AS "smallMaxFen", day_max_fen AS "dayMaxFen", opens_at AS "opensAt",
            cut_off_at AS "cutOffAt", large_from AS "largeFrom", large_to AS "largeTo", working_days_only AS "workingDaysOnly"
       FROM channels.limits WHERE channel = $1 AND replaced_at IS NULL AND valid_from <= $2::date AND coalesce(valid_to >= $2::date, true)
      ORDER BY valid_from DESC LIMIT 1`,
    [channel, day],
  );
  return row ?? NO_LIMITS;
}

/**
 * Days on which a bank works, from one on: by the working calendar in force (Studio, `platform.calendar`), and for years that it does not
 * have by the exceptions that this plugin was delivered with.
 */
export async function calendarFrom(db: Queryable, day: Day): Promise<BankCalendar> {
  const rows = await db.query<{ day: Day; isWorking: boolean }>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, is_working AS "isWorking" FROM channels.calendar WHERE day >= $1::date ORDER BY day LIMIT 400`,
    [day],
  );
  const own = bankCalendar(new Map(rows.map((row) => [row.day, row.isWorking])));
  const days = await workingDaysInForce(db);
  return { isWorkingDay: (one) => (days.knows(one) ? days.isWorking(one) : own.isWorkingDay(one)) };
}

/** The channel that sub-accounts at a bank pay through on a day: of its very number, else of its bank, else of all. */
export async function routeOf(db: Queryable, bankCode: string | null, day: Day): Promise<string> {
  const row = await db.maybeOne<{ channel: string }>(
    `SELECT channel FROM channels.routes
      WHERE bank_code = ANY ($1::text[]) AND valid_from <= $2::date AND coalesce(valid_to >= $2::date, true)
      ORDER BY length(bank_code) DESC, valid_from DESC LIMIT 1`,
    [['', bankCode?.slice(0, 3) ?? '', bankCode ?? ''], day],
  );
  if (!row) throw new Error('no payout channel is set for this bank, and none for all');
  return row.channel;
}
