import { z } from 'zod';
import { jobAnswer } from './job';

const instant = z.union([z.date(), z.iso.datetime()]);

/** An event that one of its hearers could not take, out of tries (投递失败的事件). The payload is not told. */
export const deliveryAnswer = z
  .strictObject({
    id: z.int(),
    type: z.string().meta({ description: '事件 · plugin.subject.verb' }),
    key: z.string().meta({ description: '关于什么 · what it is about' }),
    hearer: z.string().meta({ description: '接收方 · who could not take it' }),
    attempt: z.int().meta({ description: '已尝试次数 · tries' }),
    problem: jobAnswer.shape.problem,
    toldAt: instant,
    failedAt: instant,
  })
  .meta({ id: 'EventDelivery' });
export type DeliveryAnswer = z.output<typeof deliveryAnswer>;

export const deliveryParams = z.strictObject({
  id: z
    .string()
    .regex(/^[1-9]\d{0,15}$/)
    .transform(Number)
    .pipe(z.int()),
});

/** Sent again: it is no longer among the failed ones, and is heard within seconds. */
export const deliveryRepeated = z.strictObject({ id: z.int(), state: z.literal('waiting') });
