import { groupThousands } from '@linggong/core/domain';

/** A tick of a money axis; `thousands` is how English tells what Chinese tells by ten thousands (万). */
type Tick = { key: 'tenThousand'; count: string; thousands: string } | { key: 'yuan'; count: string };

/** Ten thousands of yuan where the bars are that high, yuan where they are not; never “0 万” five times. */
export function axisOf(fen: number, highestFen: number): Tick {
  if (fen === 0 || highestFen < 4_000_000)
    return { key: 'yuan', count: groupThousands(Math.round(fen / 100).toString()) };
  const tenths = Math.round(fen / 100_000);
  const part = tenths % 10;
  const whole = groupThousands(Math.trunc(tenths / 10).toString());
  return {
    key: 'tenThousand',
    count: part === 0 ? whole : `${whole}.${part.toString()}`,
    thousands: groupThousands(tenths.toString()),
  };
}

/** The months from the first in which there was anything; the last one is always there. */
export function withoutBlankStart<M extends { fen: number }>(months: readonly M[]): readonly M[] {
  const first = months.findIndex(({ fen }) => fen !== 0);
  return first < 0 ? months.slice(-1) : months.slice(first);
}
