import { freeText } from '@linggong/access/api';
import { criteriaJudged, extraForm } from '@linggong/studio/api';
import { z } from 'zod';
import { FEN_MAX, isDay, type Fen } from '@linggong/core/domain';
import { engagementStates, taskActions, taskStates } from '../domain';

const day = z.string().refine(isDay, { params: { zh: '应为真实存在的日期', en: 'must be a real day, YYYY-MM-DD' } });
const text2 = z.strictObject({ zh: z.string(), en: z.string() });
const fenIn = z.int().min(0).max(Number(FEN_MAX)).transform(BigInt);
/**
 * What is asked for at once is added up and told: the sum stays a whole number of JSON and of a column. An amount that was refused by
 * itself is none, and comes as it was sent.
 */
const isWithinMax = (amounts: readonly unknown[]): boolean =>
  amounts.reduce<Fen>((sum, fen) => sum + (typeof fen === 'bigint' ? fen : 0n), 0n) <= FEN_MAX;
const tooMuchTogether = {
  params: { zh: '金额合计不得超过 1000 亿元', en: 'must not come to more than 100 billion yuan together' },
};
const fenOut = z.union([z.bigint(), z.int()]);
const id = z.int().min(1).max(2_147_483_647);
const idText = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(z.int().max(2_147_483_647));

/** What a task says of the work. */
const taskFacts = z.strictObject({
  title: freeText(100).min(2),
  scenario: z.string().min(1).max(40),
  description: freeText(4_000),
  place: freeText(100),
  headcount: z.int().min(1).max(1_000_000),
  unitPriceFen: fenIn,
  budgetFen: fenIn,
  startsOn: day,
  endsOn: day,
});

/** `POST /tasks`. */
export const newTask = taskFacts
  .extend({
    enterpriseId: id,
    form: z.literal('platform').default('platform'),
    description: taskFacts.shape.description.default(''),
    place: taskFacts.shape.place.default(''),
    extra: extraForm.optional(),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
    path: ['endsOn'],
    params: { zh: '不得早于开始日期', en: 'must not come before the first day' },
  });
export type NewTask = z.output<typeof newTask>;

/** `PATCH /tasks/{id}`: only what changes, while the task is a draft or was sent back. */
export const taskChange = taskFacts.partial();
export type TaskChange = z.output<typeof taskChange>;

export const taskAnswer = z.strictObject({
  id,
  number: z.string(),
  enterpriseId: id,
  title: z.string(),
  scenario: z.string(),
  state: z.enum(taskStates),
  headcount: z.int(),
  unitPriceFen: fenOut,
  budgetFen: fenOut,
  startsOn: day,
  endsOn: day,
  /** What may be done next. */
  allowed: z.array(z.enum(taskActions)),
});
export type TaskAnswer = z.output<typeof taskAnswer>;

/** `GET /task-scenarios`: the kinds of work under which tasks are and were published (R1.8). */
export const scenariosAnswer = z.strictObject({
  /** Version of the catalogue; null before the platform adopted it. */
  versionNo: z.int().nullable(),
  items: z
    .array(z.strictObject({ code: z.string(), title: text2, scope: text2, requires: text2, open: z.boolean() }))
    .max(100),
});
export type ScenariosAnswer = z.output<typeof scenariosAnswer>;

export const taskParams = z.strictObject({ id: idText });
const reason = z.string().trim().min(2).max(500).optional();
export const actionBody = z.strictObject({ reason });
/** Body of publish and return: to publish, every mandatory criterion is judged and holds; to return, one that does not is named (R2.6). */
export const decisionBody = z.strictObject({ reason, criteria: criteriaJudged.default([]) });

/** `POST /tasks/{id}/engagements`: engages many workers at once. */
export const newEngagements = z.strictObject({
  workers: z
    .array(z.strictObject({ workerId: id, agreedFen: fenIn }))
    .min(1)
    .max(5_000)
    .refine((workers) => isWithinMax(workers.map(({ agreedFen }) => agreedFen)), tooMuchTogether),
});
export type NewEngagements = z.output<typeof newEngagements>;

export const engagementsAnswer = z.strictObject({
  engaged: z.int(),
  /** Workers who already had an engagement in this task. */
  already: z.int(),
});
export type EngagementsAnswer = z.output<typeof engagementsAnswer>;

/** `POST /open-tasks/{id}/apply`: an application is made at the pay that the task names, and says nothing of its own. */
export const applicationBody = z.strictObject({});

/** The worker's own application; it waits for the enterprise. */
export const applicationAnswer = z.strictObject({ id, number: z.string(), state: z.literal('applied') });
export type ApplicationAnswer = z.output<typeof applicationAnswer>;

/** `POST /engagements/{action}`: takes on or declines who applied, withdraws, delivers, accepts or cancels many at once, all or none. */
export const engagementActionBody = z.strictObject({
  engagements: z
    .array(
      z.strictObject({
        id,
        /** With `accept`: what the accepted work is worth; the agreed amount by default, more with a reason. */ acceptedFen:
          fenIn.optional(),
      }),
    )
    .min(1)
    .max(5_000)
    .refine((given) => new Set(given.map((one) => one.id)).size === given.length, {
      params: { zh: '同一承揽不能出现两次', en: 'the same engagement stands there twice' },
    })
    .refine((given) => isWithinMax(given.map(({ acceptedFen }) => acceptedFen ?? 0n)), tooMuchTogether),
  reason: z.string().trim().min(2).max(500).optional(),
});
export type EngagementActionBody = z.output<typeof engagementActionBody>;

/** Body of accept: one statement by the criteria of acceptance, the same of all that is accepted by it (R2.6). */
export const engagementAcceptanceBody = engagementActionBody.extend({ criteria: criteriaJudged.default([]) });

/** Work that is delivered one by one may be told of in the form of it (交付单); of many together there is no one form. */
export const engagementDeliveryBody = engagementActionBody
  .extend({ extra: extraForm.optional() })
  .refine(({ engagements, extra }) => extra === undefined || engagements.length === 1, {
    path: ['extra'],
    params: { zh: '填写交付单时一次只能交付一项承揽', en: 'is filled in for one engagement at a time' },
  });

export const engagementActionAnswer = z.strictObject({ changed: z.int(), state: z.enum(engagementStates) });
