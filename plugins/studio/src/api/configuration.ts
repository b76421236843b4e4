import { z } from 'zod';
import { dayText, idNumber, instantOutput, reasonText } from '@linggong/access/api';
import { configurationKey, kindName, text2, text2Input, versionState } from './fields';

/** `POST /configurations`: a thing that operators will configure, with a first draft. */
export const newConfiguration = z.strictObject({
  kind: kindName,
  key: configurationKey,
  name: text2Input(1, 200),
  description: text2Input(0, 2000),
  reviewBy: dayText.optional(),
});
export type NewConfiguration = z.output<typeof newConfiguration>;

/** `POST /configurations/:id/review-day`: it was reviewed and stays; the next review is due by this day. */
export const reviewDayBody = z.strictObject({ reviewBy: dayText, reason: reasonText });

/** `POST /configurations/:id/drafts`: a copy of the version in force, or of the one that is named. */
export const newDraft = z.strictObject({ from: idNumber.optional() });

/** One version in the history of a configuration. */
export const versionLine = z.strictObject({
  id: z.int(),
  versionNo: z.int(),
  state: versionState,
  note: z.string(),
  basedOn: z.int().nullable(),
  effectiveFrom: dayText.nullable(),
  shadowFrom: dayText.nullable(),
  inForceFrom: instantOutput.nullable(),
  inForceTo: instantOutput.nullable(),
  stateReason: z.string().nullable(),
  createdAt: instantOutput,
  createdBy: z.string(),
  submittedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
});
export type VersionLine = z.input<typeof versionLine>;

/** Versions in the history of a configuration that an answer tells; the list of the console has them all. */
export const versionsMax = 200;

export const configurationAnswer = z.strictObject({
  id: z.int(),
  kind: kindName,
  key: z.string(),
  area: z.string().meta({ description: '键名中点号之前的部分 · what stands before the point of the key' }),
  name: text2,
  description: text2,
  reviewBy: dayText.nullable(),
  inForce: z.strictObject({ id: z.int(), versionNo: z.int(), since: instantOutput }).nullable(),
  open: z.strictObject({ id: z.int(), versionNo: z.int(), state: versionState }).nullable(),
  versions: z.array(versionLine),
  usedBy: z.array(text2).meta({ description: '使用它的功能 · what asks for it' }),
  replayable: z.boolean().meta({ description: '提交前是否必须回放 · whether it has a past to be replayed on' }),
});
export type ConfigurationAnswer = z.input<typeof configurationAnswer>;
