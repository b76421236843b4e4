import { z } from 'zod';

/** How far a complaint is (投诉办理状态), as whoever complained is told it. */
export const complaintStates = ['received', 'in-hand', 'waiting', 'answered'] as const;

const minutes = z.int().nullable();

/** `GET /complaint-figures`: complaints that were told from `from` on, days of Asia/Shanghai. */
export const complaintFigures = z
  .strictObject({
    from: z.string(),
    told: z.int(),
    /** That somebody of the house took. */
    taken: z.int(),
    medianTakenMinutes: minutes.meta({ description: '受理用时中位数（分钟）· median until it was taken, in minutes' }),
    closed: z.int(),
    closedInTime: z.int(),
    medianClosedMinutes: minutes.meta({
      description: '办结用时中位数（分钟）· median until it was closed, in minutes',
    }),
  })
  .meta({ id: 'ComplaintFigures' });
export type ComplaintFigures = z.infer<typeof complaintFigures>;

/** One complaint as the console lists it (投诉). */
export interface ComplaintRow {
  readonly id: number;
  readonly number: string;
  readonly recordId: number | null;
  readonly title: { zh: string; en: string };
  readonly state: (typeof complaintStates)[number];
  readonly toldAt: string;
  readonly takenAt: string | null;
  readonly dueAt: string;
  readonly firstAnsweredAt: string | null;
  readonly closedAt: string | null;
  readonly inTime: boolean | null;
}
