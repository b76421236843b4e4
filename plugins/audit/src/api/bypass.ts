import { z } from 'zod';

export const bypassParams = z.strictObject({
  no: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
});

export const acknowledgeBody = z.strictObject({
  reason: z.string().trim().min(2).max(500).meta({ description: '理由：谁、为什么改 · who changed it and why' }),
});

export const acknowledged = z.strictObject({ state: z.literal('acknowledged') });
