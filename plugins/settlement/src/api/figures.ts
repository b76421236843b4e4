import { dayText, fenOutput, instantOutput, monthText } from '@linggong/access/api';
import { z } from 'zod';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** How many there are, and their money in fen: what is paid out is net, what is declared gross and tax. */
const money = z
  .strictObject({ count: z.int(), grossFen: fenOutput, feeFen: fenOutput, taxFen: fenOutput, netFen: fenOutput })
  .meta({ id: 'TalliedMoney' });
const byState = z.array(z.strictObject({ state: z.string(), count: z.int() }));
const byMonth = z.array(z.strictObject({ month: monthText, ...money.shape }));

/** `GET /figures/live`: the big screen (大屏). No personal data, no enterprise by name. */
export const liveFigures = z
  .strictObject({
    at: instantOutput,
    day: dayText,
    month: monthText,
    people: z.strictObject({ active: z.int(), verified: z.int() }),
    enterprises: z.int(),
    openTasks: z.int(),
    paidToday: money,
    /** Hours of today, in Asia/Shanghai, in which there was anything. */
    hours: z.array(z.strictObject({ hour: z.int(), count: z.int(), netFen: fenOutput })),
    paidThisMonth: money,
    /** Payments that risk stopped for a person to look at, since the start of the platform, and what they came to. */
    held: z.strictObject({ count: z.int(), amountFen: fenOutput }),
    places: z.array(z.strictObject({ code: z.string(), name: text2, enterprises: z.int(), ...money.shape })),
  })
  .meta({ id: 'LiveFigures' });
export type LiveFigures = z.infer<typeof liveFigures>;

/** `GET /figures/regulator`: months of Asia/Shanghai, both included, at most 24. */
export const regulatorFiguresQuery = z.strictObject({ from: monthText, to: monthText });

/** Who there is, and what was paid and withheld by month and by place (监管看板). The month is that of the tax day. */
export const regulatorFigures = z
  .strictObject({
    from: monthText,
    to: monthText,
    enterprises: byState,
    workers: byState,
    tasks: byState,
    months: byMonth,
    /** By the province that the credit code of the enterprise was given in; `code` is null where it names none. */
    places: z.array(z.strictObject({ code: z.string().nullable(), name: text2, enterprises: z.int(), ...money.shape })),
  })
  .meta({ id: 'RegulatorFigures' });
export type RegulatorFigures = z.infer<typeof regulatorFigures>;

/** `GET /figures/finance`: money in, out and held today, what waits, and how the bank's channels do (资金看板). */
export const financeFigures = z
  .strictObject({
    day: dayText,
    depositsToday: money,
    paidToday: money,
    heldFen: fenOutput,
    toRelease: money,
    onTheWay: money,
    cameBack: money,
    /** Credits on statements of banks that are no deposit yet. */
    unmatched: z.strictObject({ count: z.int(), amountFen: fenOutput, oldestOn: dayText.nullable() }),
    months: byMonth,
    /** Payments of the last seven days by channel. */
    channels: z.array(z.strictObject({ channel: z.string(), states: byState })),
  })
  .meta({ id: 'FinanceFigures' });
export type FinanceFigures = z.infer<typeof financeFigures>;

/** `GET /figures/operations`: who came since a day and how far they got, and what is open (运营看板). */
export const operationsFigures = z
  .strictObject({
    since: dayText,
    cameEnterprises: byState,
    cameWorkers: byState,
    cameRealNames: byState,
    enterprises: byState,
    realNames: byState,
    tasks: byState,
    batches: byState,
  })
  .meta({ id: 'OperationsFigures' });
export type OperationsFigures = z.infer<typeof operationsFigures>;

/** `GET /figures/own-months`: the last twelve months of the caller: what an enterprise paid, or a worker earned. */
export const ownMonths = z.strictObject({ months: byMonth }).meta({ id: 'OwnMonths' });
export type OwnMonths = z.infer<typeof ownMonths>;
