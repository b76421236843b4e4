import { unregisteredCredits } from '@linggong/channels';
import { tallySum, tallySums, type Queryable } from '@linggong/core';
import { addDays, addMonths, monthOf, shanghaiDay } from '@linggong/core/domain';
import { heldMoney } from '@linggong/ledger';
import type { FinanceFigures } from '../../api';
import { byMonth } from './by-key';

/** So many days back payments say how a channel does. */
const CHANNEL_DAYS = 7;
const MONTHS = 6;

/** Money in, out and held today, what waits for somebody, and how the channels do (资金看板, R13.1). */
export async function financeFiguresOf(db: Queryable, at: Date): Promise<FinanceFigures> {
  const day = shanghaiDay(at);
  const month = monthOf(day);
  const orders = (...parts: string[]) => tallySum(db, { tally: 'orders', parts });
  return {
    day,
    depositsToday: await tallySum(db, { tally: 'deposits', from: day, to: day }),
    paidToday: await tallySum(db, { tally: 'orders', parts: ['paid'], from: day, to: day }),
    heldFen: await heldMoney(db),
    toRelease: await tallySum(db, { tally: 'batches', parts: ['confirmed'] }),
    onTheWay: await orders('paying'),
    cameBack: await orders('failed', 'returned'),
    unmatched: await unregisteredCredits(db),
    months: await byMonth(db, 'orders', { from: addMonths(month, 1 - MONTHS), to: month }),
    channels: await channelsOf(db, addDays(day, 1 - CHANNEL_DAYS)),
  };
}

/** The tally of payments is parted by channel and state in one. */
async function channelsOf(db: Queryable, from: string): Promise<FinanceFigures['channels']> {
  const channels = new Map<string, { state: string; count: number }[]>();
  for (const { key, count } of await tallySums(db, 'part', { tally: 'payouts', from })) {
    const [channel = '', state = ''] = key.split(' ');
    channels.set(channel, [...(channels.get(channel) ?? []), { state, count }]);
  }
  return [...channels].map(([channel, states]) => ({ channel, states }));
}
