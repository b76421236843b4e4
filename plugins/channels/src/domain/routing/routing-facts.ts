import type { Day, Fen } from '@linggong/core/domain';

/** In the order of the week; `getUTCDay` begins with Sunday. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** Payments of one payer that leave together, as whoever pays knows them. */
export interface PaymentGroup {
  /** CNAPS number of the bank that keeps the payer's sub-account, 12 digits; null where none is known. */
  readonly bankCode: string | null;
  /** What the batch pays, in fen. */
  readonly batchFen: Fen;
  /** Payments of the batch. */
  readonly payments: number;
  /** The Shanghai day on which they leave. */
  readonly day: Day;
}

/** What the table `channels.routing` is asked (付款路由); amounts are compared there, nothing is computed of them. */
export interface RoutingFacts {
  readonly payerBank: string | null;
  /** The first three digits of that number: the bank without its branch. */
  readonly payerBankGroup: string | null;
  readonly batchFen: number;
  readonly payments: number;
  readonly weekday: Weekday;
  readonly workingDay: boolean;
}

/** The facts of a group of payments. Amounts that the platform takes are far below 2^53 fen. */
export function routingFacts(
  { bankCode, batchFen, payments, day }: PaymentGroup,
  isWorkingDay: (day: Day) => boolean,
): RoutingFacts {
  return {
    payerBank: bankCode,
    payerBankGroup: bankCode?.slice(0, 3) ?? null,
    batchFen: Number(batchFen),
    payments,
    weekday: weekdayOf(day),
    workingDay: isWorkingDay(day),
  };
}

function weekdayOf(day: Day): Weekday {
  return weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
}
