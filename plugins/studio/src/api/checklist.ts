import { z } from 'zod';
import { text2 } from './fields';

/** Id of an item, as a request names it. */
export const checklistItemId = z.string().trim().min(1).max(60);

/** An item of a checklist (检查项) as pages show it, whatever is reviewed by the list. */
export const checklistItem = z.strictObject({
  id: z.string(),
  text: text2,
  help: text2.nullable(),
  required: z.boolean(),
  evidence: z.boolean(),
});
