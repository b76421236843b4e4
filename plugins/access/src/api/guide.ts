import { z } from 'zod';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });
const steps = z.array(z.string()).max(7);

const guide = {
  name: z.string(),
  title: text2,
  steps: z.strictObject({ zh: steps, en: steps }),
  pages: z.array(z.string()),
};

export const guidesRequest = z.strictObject({
  q: z.string().max(60).optional(),
  language: z.enum(['zh', 'en']).default('zh'),
});

/** Guides in the order of a reader's needs; with `q` those that hold its words, titles first, each with a line that does. */
export const guidesAnswer = z.strictObject({
  items: z.array(z.strictObject({ ...guide, hasText: z.boolean(), line: z.string().nullable() })),
});

export const guideParams = z.strictObject({ name: z.string().max(60) });

/** One guide with its text, as Markdown. */
export const guideAnswer = z.strictObject({ ...guide, body: text2 });

export type GuideItem = z.output<typeof guidesAnswer>['items'][number];
export type GuideText = z.output<typeof guideAnswer>;
