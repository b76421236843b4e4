import { groupThousands } from '@linggong/core/domain';

interface Tick {
  key: 'tenThousand' | 'thousand' | 'yuan';
  count: string;
}

/**
 * A tick of a money axis: ten thousands of yuan (万) where the bars are that high, thousands in English; yuan where they are not, never
 * “0 万” five times.
 */
export function axisOf(fen: number, highestFen: number, locale: string): Tick {
  if (fen === 0 || highestFen < 4_000_000)
    return { key: 'yuan', count: groupThousands(Math.round(fen / 100).toString()) };
  const thousands = Math.round(fen / 100_000);
  if (locale === 'en') return { key: 'thousand', count: groupThousands(thousands.toString()) };
  const part = thousands % 10;
  const whole = groupThousands(Math.trunc(thousands / 10).toString());
  return { key: 'tenThousand', count: part === 0 ? whole : `${whole}.${part.toString()}` };
}
