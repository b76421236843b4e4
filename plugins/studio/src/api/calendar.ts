import { z } from 'zod';

export const calendarGapAnswer = z.strictObject({
  gap: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
});
