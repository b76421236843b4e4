import type { Json } from '@linggong/jobs';
import { z } from 'zod';

const batch = z.object({ batchId: z.int() });
const check = z.object({ batchId: z.int(), after: z.int() });
const file = z.object({ batchId: z.int(), messageId: z.string() });
const orders = z.object({ orderIds: z.array(z.int()) });

/** What the payloads of jobs and events hold. @throws ZodError for one that this version did not write */
export const batchIn = (payload: Json): number => batch.parse(payload).batchId;
export const checkIn = (payload: Json): z.output<typeof check> => check.parse(payload);
export const fileIn = (payload: Json): z.output<typeof file> => file.parse(payload);
export const ordersIn = (payload: Json): number[] => orders.parse(payload).orderIds;
