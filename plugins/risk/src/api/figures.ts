import { dayText } from '@linggong/access/api';
import { z } from 'zod';
import { outcomes } from '../domain';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** `GET /risk-figures`: days of Asia/Shanghai, both included, at most 92 of them. */
export const riskFiguresQuery = z.strictObject({ from: dayText, to: dayText });

/** What a risk officer is asked of a period: what was decided, where and when; how rules did says `GET /risk-rules`. */
export const riskFigures = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    /** Decisions of each day on which there were any. */
    days: z.array(
      z.strictObject({
        day: z.string(),
        counts: z.strictObject(Object.fromEntries(outcomes.map((one) => [one, z.int()]))),
      }),
    ),
    /** Decisions that did not approve, by day of the week (1 Monday to 7) and hour of Asia/Shanghai. */
    hours: z.array(z.strictObject({ weekday: z.int(), hour: z.int(), count: z.int() })),
    /** Cases of enterprises by the province that their credit code was given in. */
    regions: z.array(z.strictObject({ code: z.string(), name: text2, cases: z.int(), confirmed: z.int() })),
    /** Cases that no province is known of: of a worker or a card alone, or of an enterprise whose code names none. */
    elsewhere: z.int(),
  })
  .meta({ id: 'RiskFigures' });
export type RiskFigures = z.infer<typeof riskFigures>;
