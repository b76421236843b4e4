import type { ChargeTime } from '@linggong/billing';
import type { Queryable } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { neededFor, type BatchState, type ReleaseRule } from '../../domain';
import { releaseOf } from '../confirm/release-of';
import { pricedPlanOn } from '../quote/class-price';

interface Quoted {
  readonly state: BatchState;
  readonly enterpriseId: number;
  readonly grossFen: bigint | null;
  readonly feeFen: bigint | null;
  readonly feeTiming: ChargeTime | null;
}

/** Who would release a quote that is confirmed now: who confirms reads before it whether a second person follows. Null of what is no quote. */
export async function releaseAwaited(db: Queryable, batch: Quoted, now: Date): Promise<ReleaseRule | null> {
  const { state, enterpriseId, grossFen, feeFen, feeTiming } = batch;
  if (state !== 'quoted') return null;
  const day = shanghaiDay(now);
  const { policy } = await pricedPlanOn(db, enterpriseId, day);
  const figures = { grossFen: grossFen ?? 0n, feeFen: feeFen ?? 0n, feeTiming: feeTiming ?? 'with-payment' };
  return (await releaseOf(db, enterpriseId, day, neededFor(figures), policy)).rule;
}
