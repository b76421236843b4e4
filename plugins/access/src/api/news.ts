import { z } from 'zod';
import { newsKinds } from '../domain/news';
import { instantOutput } from './fields';

const newsId = z.string().regex(/^[0-9]{1,18}$/);

/** `GET /api/v1/me/news`. */
export const newsQuery = z.strictObject({
  before: newsId.optional().meta({ description: '只返回此条之前的消息 · only what came before this one' }),
});

/** One thing that came of what is mine (消息). */
const newsItem = z.strictObject({
  id: z.string(),
  kind: z.enum(newsKinds),
  page: z.string().meta({ description: '控制台列表 · the list of the console' }),
  subjectId: z.string().nullable().meta({ description: '空：合并的多项 · null where several are told as one' }),
  number: z.string().nullable(),
  things: z.int().meta({ description: '项数 · how many things' }),
  dueAt: instantOutput.nullable(),
  at: instantOutput,
  isNew: z.boolean(),
});
export const newsAnswer = z.strictObject({ newCount: z.int(), items: z.array(newsItem) });
export type NewsAnswer = z.infer<typeof newsAnswer>;

/** `POST /api/v1/me/news/seen`. */
export const newsSeenBody = z.strictObject({
  upTo: newsId.meta({ description: '已读到的最后一条消息 · the last line that was read' }),
});
export const newsSeenAnswer = z.strictObject({ seen: z.int() });
