import { dayText } from '@linggong/access/api';
import { z } from 'zod';
import { outcomes } from '../domain';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** `GET /risk-figures`: days of Asia/Shanghai, both included, at most 92 of them. */
export const riskFiguresQuery = z.strictObject({ from: dayText, to: dayText });

/** What a risk officer is asked of a period: which rules fire and are right, what was decided, where and when. */
export const riskFigures = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    /** By cases opened in the period; a hit is every time that a matter was seen. */
    rules: z.array(
      z.strictObject({
        rule: z.string(),
        hits: z.int(),
        cases: z.int(),
        confirmed: z.int(),
        falseAlarms: z.int(),
        unclear: z.int(),
      }),
    ),
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
  })
  .meta({ id: 'RiskFigures' });
export type RiskFigures = z.infer<typeof riskFigures>;
