import { addDays, shanghaiDay, startOfDay, type Day, type Fen } from '@linggong/core/domain';

/** Time of day in Asia/Shanghai, `HH:MM`. */
type TimeOfDay = string;

/** What a channel takes, and when (渠道限额与时段), as it stands on one day. Null: no limit. */
export interface ChannelLimits {
  /** The most that one payment may be. */
  readonly lineMaxFen: Fen | null;
  /** Above this (BEPS 小额) a payment goes in the window of large ones (HVPS 大额) only. */
  readonly smallMaxFen: Fen | null;
  /** The most that one sub-account pays in a Shanghai day. */
  readonly dayMaxFen: Fen | null;
  /** When files are taken at all; null: always. */
  readonly opensAt: TimeOfDay | null;
  readonly cutOffAt: TimeOfDay | null;
  readonly largeFrom: TimeOfDay | null;
  readonly largeTo: TimeOfDay | null;
  /** Are files taken on working days only? Large ones always are. */
  readonly workingDaysOnly: boolean;
}

/** Days that are not what their day of the week says (节假日调休). */
export interface BankCalendar {
  isWorkingDay(day: Day): boolean;
}

export function bankCalendar(exceptions: ReadonlyMap<Day, boolean>): BankCalendar {
  return {
    isWorkingDay(day) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      return exceptions.get(day) ?? (weekday !== 0 && weekday !== 6);
    },
  };
}

/** Why a payment does not leave now. */
export type WaitReason = 'cut-off' | 'large-window' | 'day-limit';

/** Until when a file may not leave, and why. */
export interface Wait {
  readonly until: Date;
  readonly reason: WaitReason;
}

/** Longest search for the next window: longer than any holiday. */
const DAYS_MAX = 60;

/**
 * When a file of this kind may leave: `at` itself inside of its window, else the opening of the next one.
 * Undefined where there is none within sixty days: the settings contradict themselves.
 */
export function nextOpening(
  limits: ChannelLimits,
  calendar: BankCalendar,
  at: Date,
  isLarge: boolean,
): Date | undefined {
  const [from, to] = isLarge
    ? [later(limits.opensAt, limits.largeFrom), earlier(limits.cutOffAt, limits.largeTo)]
    : [limits.opensAt, limits.cutOffAt];
  const workingDaysOnly = limits.workingDaysOnly || (isLarge && limits.largeFrom !== null);
  for (let ahead = 0, day = shanghaiDay(at); ahead < DAYS_MAX; ahead += 1, day = addDays(day, 1)) {
    if (workingDaysOnly && !calendar.isWorkingDay(day)) continue;
    const opens = instantOn(day, from ?? '00:00');
    const closes = to === null ? startOfDay(addDays(day, 1)) : instantOn(day, to);
    if (opens < closes && at < closes) return at < opens ? opens : at;
  }
  return undefined;
}

export function isLargePayment(limits: ChannelLimits, amountFen: Fen): boolean {
  return limits.smallMaxFen !== null && amountFen > limits.smallMaxFen;
}

function instantOn(day: Day, time: TimeOfDay): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfDay(day).getTime() + (hours * 60 + minutes) * 60_000);
}

function later(one: TimeOfDay | null, other: TimeOfDay | null): TimeOfDay | null {
  return one === null || other === null ? (one ?? other) : one > other ? one : other;
}

function earlier(one: TimeOfDay | null, other: TimeOfDay | null): TimeOfDay | null {
  return one === null || other === null ? (one ?? other) : one < other ? one : other;
}
