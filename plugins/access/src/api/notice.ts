import { z } from 'zod';
import { instantOutput } from './fields';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** Notices (公告) that are shown now, the newest first. */
export const noticesAnswer = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), title: text2, body: text2, publishedAt: instantOutput })),
});
