import type { Command, Database, Tx } from '@linggong/core';
import { shanghaiDay, type Day } from '@linggong/core/domain';
import type { Jobs } from '@linggong/jobs';
import type { ProviderTry } from './provider-try';

/** A share of a vendor's daily cap, held while questions are under way. */
export interface Reservation {
  readonly provider: string;
  readonly day: Day;
  /** Questions that may be asked; fewer than wanted where the cap is near. */
  readonly granted: number;
  readonly priceFen: bigint;
}

interface Budget {
  readonly provider: string;
  readonly priceFen: bigint;
  /** Absent: without a cap. */
  readonly dailyCapFen: bigint | undefined;
}

interface DayRow {
  readonly usedFen: bigint;
  readonly isReached: boolean;
}

async function lockDay(tx: Tx, provider: string, day: Day): Promise<DayRow> {
  await tx.query('INSERT INTO real_name.provider_days (provider, day) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    provider,
    day,
  ]);
  return tx.one<DayRow>(
    `SELECT cost_fen + reserved_fen AS "usedFen", cap_reached_at IS NOT NULL AS "isReached"
     FROM real_name.provider_days WHERE provider = $1 AND day = $2 FOR UPDATE`,
    [provider, day],
  );
}

function grantedOf({ priceFen, dailyCapFen }: Budget, usedFen: bigint, wanted: number): number {
  if (dailyCapFen === undefined || priceFen === 0n) return wanted;
  const left = dailyCapFen > usedFen ? (dailyCapFen - usedFen) / priceFen : 0n;
  return left < BigInt(wanted) ? Number(left) : wanted;
}

/**
 * Reserves the price of so many answers on the Shanghai day of the command, as many as the cap leaves room for: one locked row
 * a vendor and day, so that processes cannot pass the cap together. The first time a day's cap refuses anybody,
 * `real-name.provider.capped` is told.
 */
export function reserve(
  { database, jobs }: { readonly database: Database; readonly jobs: Jobs },
  command: Command,
  budget: Budget,
  wanted: number,
): Promise<Reservation> {
  const { provider, priceFen } = budget;
  const day = shanghaiDay(command.at);
  return database.transaction(async (tx) => {
    const { usedFen, isReached } = await lockDay(tx, provider, day);
    const granted = grantedOf(budget, usedFen, wanted);
    const isNewlyReached = granted < wanted && !isReached;
    await tx.query(
      `UPDATE real_name.provider_days SET reserved_fen = reserved_fen + $3,
         cap_reached_at = CASE WHEN $4 THEN $5::timestamptz ELSE cap_reached_at END
       WHERE provider = $1 AND day = $2`,
      [provider, day, BigInt(granted) * priceFen, isNewlyReached, command.at],
    );
    if (isNewlyReached) {
      await jobs.emit(
        tx,
        { type: 'real-name.provider.capped', key: `provider-${provider}`, payload: { provider, day } },
        command,
      );
    }
    return { provider, day, granted, priceFen };
  });
}

/** Turns a reservation into what was charged; what free answers had reserved is released. */
export async function settleReservation(
  database: Database,
  command: Command,
  { provider, day, granted, priceFen }: Reservation,
  tries: readonly ProviderTry[],
  circuit: string,
): Promise<void> {
  const charged = tries.filter(({ costFen }) => costFen > 0);
  const costFen = charged.reduce((sum, each) => sum + BigInt(each.costFen), 0n);
  const fault = tries.findLast(({ kind }) => kind === 'retryable-error' || kind === 'provider-error');
  await database.query(
    `WITH settled AS (
       UPDATE real_name.provider_days
       SET reserved_fen = reserved_fen - $3, cost_fen = cost_fen + $4, calls = calls + $5, charged = charged + $6
       WHERE provider = $1 AND day = $2
     )
     INSERT INTO real_name.provider_states AS s (provider, circuit, seen_at, last_error_code, last_error_at)
     VALUES ($1, $7, $8::timestamptz, $9, CASE WHEN $9::text IS NULL THEN NULL ELSE $8::timestamptz END)
     ON CONFLICT (provider) DO UPDATE
     SET circuit = EXCLUDED.circuit, seen_at = EXCLUDED.seen_at,
         last_error_code = coalesce(EXCLUDED.last_error_code, s.last_error_code),
         last_error_at = coalesce(EXCLUDED.last_error_at, s.last_error_at)`,
    [
      provider,
      day,
      BigInt(granted) * priceFen,
      costFen,
      tries.length,
      charged.length,
      circuit,
      command.at,
      fault?.code ?? null,
    ],
  );
}
