/** What an account is asked to do by a day, as a notice tells it (待办提醒); nobody did anything to the account. */
export const dutyKinds = ['procedure-due', 'review-due'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Pages of the console that a duty is done on. */
export const dutyPages = ['own-procedures', 'configurations'] as const;

/** What a duty is about: the row of a page, by name in both languages, and the day of Asia/Shanghai by which it is to be done. */
export interface DutySubject {
  readonly page: (typeof dutyPages)[number];
  readonly id: number;
  readonly name: { readonly zh: string; readonly en: string };
  readonly dueOn: string;
  /** How near the day is, as who tells it counts: of one step nothing is told again while it was not seen, of the next one it is. Notices of before have none. */
  readonly step?: string | undefined;
}

export interface Duty {
  readonly accountId: number;
  readonly kind: DutyKind;
  readonly about: DutySubject;
}
