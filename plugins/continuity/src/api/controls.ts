import { dayText, instantOutput, reasonText } from '@linggong/access/api';
import { checkNames, continuityLimits } from '@linggong/config';
import { controlStates, holdsPersonalNumber } from '@linggong/core/domain';
import { z } from 'zod';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });
const state = z.enum(controlStates).meta({ description: '符合、部分符合、不符合、未知 · how it stands' });

const entry = z.strictObject({
  id: z.int(),
  datedOn: z.string(),
  until: z.string(),
  text: z.string(),
  state: z.enum(['in-force', 'expired', 'withdrawn']),
  enteredBy: z.string(),
  enteredAt: instantOutput,
  withdrawnBy: z.string().nullable(),
  withdrawnAt: instantOutput.nullable(),
  withdrawnReason: z.string().nullable(),
});

/** One control (控制点): how it is met, what live checks saw, what was entered for it. */
const item = z
  .strictObject({
    number: z.int(),
    clause: text2.meta({ description: 'GB/T 22239-2019 条款 · clause, or the law that is named' }),
    name: text2,
    how: text2,
    state,
    checks: z.array(
      z.strictObject({
        name: z.enum(checkNames),
        state,
        figure: text2.meta({ description: '实时数字 · what was seen just now' }),
        link: z.string().nullable().meta({ description: '控制台页面 · page of the console' }),
      }),
    ),
    pages: z.array(z.strictObject({ text: text2, page: z.string().nullable() })),
    needs: text2.nullable().meta({ description: '须登记的佐证 · what has to be entered for it' }),
    entries: z.array(entry),
  })
  .meta({ id: 'MlpsControl' });

export const controlsAnswer = z.strictObject({
  at: instantOutput,
  counts: z.strictObject({ met: z.int(), partly: z.int(), notMet: z.int(), unknown: z.int() }),
  items: z.array(item),
});

export const controlParams = z.strictObject({
  number: z
    .string()
    .regex(/^([1-9]|[12]\d|3[0-5])$/)
    .transform(Number)
    .meta({ description: '控制点序号 · number of the control' }),
});

const DAY_MS = 86_400_000;

/** A dated entry of evidence (佐证): a year and a month at most, since level 3 is tested every year. */
export const evidenceBody = z
  .strictObject({
    datedOn: dayText,
    until: dayText,
    text: z
      .string()
      .trim()
      .min(2)
      .max(1_000)
      // Characters, as the database counts them: one outside of the basic plane is two units here, and one there.
      .refine((text) => [...text].length >= 2, {
        params: { zh: '至少 2 个字符', en: 'must have 2 characters at least' },
      })
      .refine((text) => !holdsPersonalNumber(text), {
        params: { zh: '不得含证件号码、手机号或卡号', en: 'must hold no identity, telephone or card number' },
      }),
  })
  .refine(({ datedOn, until }) => until >= datedOn && daysBetween(datedOn, until) <= continuityLimits.evidenceDaysMax, {
    path: ['until'],
    params: {
      zh: `须不早于佐证日期，且不超过 ${continuityLimits.evidenceDaysMax} 天`,
      en: `must not come before its day, nor more than ${continuityLimits.evidenceDaysMax} days after it`,
    },
  });

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

export const withdrawalBody = z.strictObject({ reason: reasonText });

export const evidenceAdded = z.strictObject({ id: z.int() });
