/** When people are reminded of what they have not signed. */
export interface ReminderRule {
  readonly remindersMax: number;
  /** Days before the first and between two. */
  readonly reminderDays: number;
}

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_HOURS = 8;

/** Nobody is written to at night: from nine in the morning to eight in the evening of Asia/Shanghai (通信短信息服务管理规定). */
const FIRST_HOUR = 9;
const LAST_HOUR = 20;

export function isReminderHour(at: Date): boolean {
  const hour = (at.getUTCHours() + SHANGHAI_OFFSET_HOURS) % 24;
  return hour >= FIRST_HOUR && hour < LAST_HOUR;
}

/** The instant before which the last word – the sending, or the last reminder – must lie for another to be due. */
export function reminderDueBefore(at: Date, { reminderDays }: ReminderRule): Date {
  return new Date(at.getTime() - reminderDays * DAY_MS);
}
