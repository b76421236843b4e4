import { elevationHoursMax } from '@linggong/config/access';
import { z } from 'zod';
import { idNumber, instantOutput, reasonText } from './fields';

/** `POST /api/v1/elevations`: what is to be looked at, whose rows, for how long, and why. */
export const elevationBody = z.strictObject({
  resource: z.string().min(1).max(40).meta({ description: '资源，见可申请范围 · one of the offers' }),
  actions: z.array(z.string().min(1).max(40)).min(1).max(10).meta({ description: '操作，见可申请范围 · of the offer' }),
  enterpriseId: idNumber.optional().meta({ description: '仅该企业的数据 · the rows of one enterprise alone' }),
  workerId: idNumber.optional().meta({ description: '仅该灵工的数据 · the rows of one worker alone' }),
  hours: z.int().min(1).max(elevationHoursMax).meta({ description: '自批准起的小时数 · hours from the approval on' }),
  reason: reasonText,
});

export type ElevationRequest = z.infer<typeof elevationBody>;

export const elevationAnswer = z
  .strictObject({
    id: z.uuid(),
    resource: z.string(),
    actions: z.array(z.string()),
    fromAt: instantOutput,
    untilAt: instantOutput,
  })
  .meta({ id: 'Elevation' });

/** `GET /api/v1/elevations/offers`. */
export const elevationOffersAnswer = z.strictObject({
  hoursMax: z.int(),
  items: z.array(
    z.strictObject({
      resource: z.string(),
      actions: z.array(z.string()),
      reaches: z
        .array(z.enum(['all', 'enterprise', 'worker']))
        .meta({ description: '可选范围 · all rows, those of one enterprise, or of one worker' }),
    }),
  ),
});

export const elevationParams = z.strictObject({ id: z.uuid() });
export const elevationEndBody = z.strictObject({ reason: reasonText });
export const elevationEndAnswer = z.strictObject({ id: z.uuid(), ended: z.boolean() });
export const elevationReviewBody = z.strictObject({
  reason: reasonText.meta({ description: '核查意见 · what the superior found' }),
});
export const elevationReviewAnswer = z.strictObject({ id: z.uuid(), reviewed: z.literal(true) });
