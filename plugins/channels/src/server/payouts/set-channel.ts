import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { addDays, problem, shanghaiDay, startOfDay, type Day, type Fen } from '@linggong/core/domain';
import type { ChannelLimitsRequest, ChannelRouteRequest } from '../../api/bank-files';
import { nextOpening, type ChannelLimits } from '../../domain';
import { calendarFrom } from './channel-settings';
import { shownLimits, shownRoute } from './shown-changes';

/**
 * Sets what a channel takes from a day on; what stood before ends the day before, and what was set for that very day is replaced.
 * Files that are planned today stay as they are.
 * @throws Problem 422 `setting-day`, `setting-order`, `setting-window`; 409 `setting-exists` for two at once
 */
export async function setLimits(tx: Tx, command: Command, request: ChannelLimitsRequest): Promise<number> {
  demandFuture(command, request.validFrom);
  if ((request.lineMaxFen ?? request.smallMaxFen ?? 0) < (request.smallMaxFen ?? 0)) {
    throw problem(422, 'setting-order', {
      zh: '小额上限不能高于单笔上限',
      en: 'The small limit cannot be above that of a line',
    });
  }
  await demandOpenings(tx, request);
  const { before } = await shownLimits(tx, request);
  await replaceLimits(tx, command, request.channel, request.validFrom);
  await end(tx, 'limits', 'channel', request.channel, request.validFrom);
  const row = await tx.maybeOne<{ id: number }>(
    `INSERT INTO channels.limits (channel, line_max_fen, small_max_fen, day_max_fen, opens_at, cut_off_at, large_from, large_to,
       working_days_only, valid_from, reference) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (channel, valid_from) WHERE replaced_at IS NULL DO NOTHING RETURNING id`,
    [
      request.channel,
      request.lineMaxFen,
      request.smallMaxFen,
      request.dayMaxFen,
      request.opensAt,
      request.cutOffAt,
      request.largeFrom,
      request.largeTo,
      request.workingDaysOnly,
      request.validFrom,
      request.reason,
    ],
  );
  const { reason: _reason, ...after } = request;
  return told(tx, command, 'channel-limit', row, { before, after });
}

/** Settings that leave no time to send would hold up every payment; large ones have hours of their own. */
async function demandOpenings(tx: Tx, request: ChannelLimitsRequest): Promise<void> {
  const calendar = await calendarFrom(tx, request.validFrom);
  const from = startOfDay(request.validFrom);
  const fen = (value: number | null): Fen | null => (value === null ? null : BigInt(value));
  const [lineMaxFen, smallMaxFen, dayMaxFen] = [request.lineMaxFen, request.smallMaxFen, request.dayMaxFen].map(fen);
  const limits: ChannelLimits = {
    ...request,
    lineMaxFen: lineMaxFen ?? null,
    smallMaxFen: smallMaxFen ?? null,
    dayMaxFen: dayMaxFen ?? null,
  };
  if (nextOpening(limits, calendar, from, false) === undefined) {
    throw problem(
      422,
      'setting-window',
      {
        zh: '开始时间应早于截止时间，否则渠道永远无法发送',
        en: 'It must open before its cut-off, else nothing is ever sent',
      },
      { field: 'opensAt' },
    );
  }
  if (limits.smallMaxFen === null || nextOpening(limits, calendar, from, true) !== undefined) return;
  throw problem(
    422,
    'setting-window',
    {
      zh: '大额时段与渠道开放时段没有重叠，大额付款永远无法发送',
      en: 'The hours of large payments lie outside of those of the channel: no large one is ever sent',
    },
    { field: 'largeFrom' },
  );
}

/** What is not in force yet may be set again: the row stays, replaced. */
async function replaceLimits(tx: Tx, { at }: Command, channel: string, from: Day): Promise<void> {
  await tx.query(
    'UPDATE channels.limits SET replaced_at = $3 WHERE channel = $1 AND valid_from = $2::date AND replaced_at IS NULL',
    [channel, from, at],
  );
}

/** Sets the channel of a bank's sub-accounts from a day on. @throws Problem 422 `setting-day`, 409 `setting-exists` */
export async function setRoute(
  tx: Tx,
  command: Command,
  { bankCode, channel, validFrom }: ChannelRouteRequest,
): Promise<number> {
  demandFuture(command, validFrom);
  const { before, after } = await shownRoute(tx, { bankCode, channel, validFrom });
  await end(tx, 'routes', 'bank_code', bankCode, validFrom);
  const row = await tx.maybeOne<{ id: number }>(
    `INSERT INTO channels.routes (bank_code, channel, valid_from) VALUES ($1, $2, $3)
     ON CONFLICT (bank_code, valid_from) DO NOTHING RETURNING id`,
    [bankCode, channel, validFrom],
  );
  return told(tx, command, 'channel-route', row, { before, after });
}

/** Today's files stand on today's settings. */
function demandFuture({ at }: Command, day: Day): void {
  if (day >= addDays(shanghaiDay(at), 1)) return;
  throw problem(
    422,
    'setting-day',
    { zh: '生效日期应为明天或以后', en: 'It takes effect tomorrow or later' },
    { field: 'validFrom' },
  );
}

async function end(
  tx: Tx,
  table: 'limits' | 'routes',
  key: 'channel' | 'bank_code',
  value: string,
  from: Day,
): Promise<void> {
  await tx.query(
    `UPDATE channels.${table} SET valid_to = $2::date - 1 WHERE ${key} = $1 AND valid_from < $2::date AND coalesce(valid_to >= $2::date, true)`,
    [value, from],
  );
}

async function told(
  tx: Tx,
  command: Command,
  kind: string,
  row: { id: number } | undefined,
  states: { readonly before: object; readonly after: object },
): Promise<number> {
  if (!row) {
    throw problem(409, 'setting-exists', {
      zh: '该日期已有设置，请另选日期',
      en: 'There is a setting from that day on; choose another',
    });
  }
  await record(tx, command, { action: `${kind}.set`, subject: { kind, id: row.id }, ...states });
  return row.id;
}
