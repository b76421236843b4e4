import { z } from 'zod';

/** Number that the tax office gave to the corrected return (更正申报). */
export const declarationBody = z.strictObject({ reference: z.string().trim().min(1).max(64) });

export const declarationAnswer = z.strictObject({
  month: z.string(),
  /** Corrections of that month that this declaration closes. */
  declared: z.int().positive(),
});
export type DeclarationAnswer = z.infer<typeof declarationAnswer>;
