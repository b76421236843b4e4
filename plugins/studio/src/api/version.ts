import { z } from 'zod';
import { dayText, freeText, instantOutput, reasonText } from '@linggong/access/api';
import { versionActs } from '../domain';
import { replayAnswer, shadowAnswer } from './comparison';
import { casesMax, change, fault, json, kindName, revision, testCase, text2, versionState } from './fields';

/** `PUT /configuration-versions/:id/content`: the whole content and all cases, by whoever read that revision. */
export const contentBody = z.strictObject({
  revision,
  content: json,
  cases: z.array(testCase).max(casesMax),
  note: freeText(2000),
});
export type ContentBody = z.output<typeof contentBody>;

export const revisionBody = z.strictObject({ revision });

/** `POST …/tries`: what would be answered, by the content as it is saved or by one that is not saved yet. Nothing is kept. */
export const tryBody = z.strictObject({ input: json, content: json.optional() });
export const tryAnswer = z.strictObject({ outcome: json, trace: z.array(text2) });

/** `POST …/submit`: from when, and from when beside the version in force (影子运行). */
export const submitBody = z.strictObject({
  revision,
  effectiveFrom: dayText,
  shadowFrom: dayText.optional(),
  reason: reasonText,
});
export type SubmitBody = z.output<typeof submitBody>;

export const approveBody = z.strictObject({ reason: reasonText.optional() });
export const reasonedBody = z.strictObject({ reason: reasonText });

/** `POST …/sheet`: what a sheet holds, and what would change by it. Nothing is kept; `content` is null where cells cannot be read. */
export const tableSheetAnswer = z.strictObject({
  content: json.nullable(),
  faults: z.array(fault),
  changes: z.array(change),
  changesTotal: z.int(),
});
export type TableSheetAnswer = z.output<typeof tableSheetAnswer>;

const caseResult = z.strictObject({
  name: z.string(),
  passed: z.boolean(),
  differences: z.array(z.string()),
  outcome: json,
  trace: z.array(text2),
});

export const checkReport = z
  .strictObject({
    at: instantOutput,
    passed: z.boolean(),
    faults: z.array(fault),
    results: z.array(caseResult),
  })
  .meta({ id: 'CheckReport', description: '检查结果 · how its own test cases went' });

/** A version that another is compared with. */
const beside = z.strictObject({ id: z.int(), versionNo: z.int() });

/** Changes that an answer tells; `changesTotal` counts them all. */
export const changesMax = 500;

export const versionAnswer = z.strictObject({
  id: z.int(),
  configurationId: z.int(),
  kind: kindName,
  key: z.string(),
  name: text2,
  versionNo: z.int(),
  state: versionState,
  revision: z.int(),
  content: json,
  cases: z.array(z.strictObject({ name: z.string(), input: json, expect: json })),
  sha256: z.string(),
  note: z.string(),
  basedOn: z.int().nullable(),
  effectiveFrom: dayText.nullable(),
  shadowFrom: dayText.nullable(),
  stateReason: z.string().nullable(),
  createdAt: instantOutput,
  createdBy: z.string(),
  updatedAt: instantOutput,
  updatedBy: z.string(),
  submittedAt: instantOutput.nullable(),
  submittedBy: z.string().nullable(),
  decidedAt: instantOutput.nullable(),
  decidedBy: z.string().nullable(),
  inForceFrom: instantOutput.nullable(),
  inForceTo: instantOutput.nullable(),
  faults: z.array(fault),
  hints: z.array(fault),
  comparedWith: beside.nullable(),
  changes: z.array(change),
  changesTotal: z.int(),
  check: checkReport.nullable(),
  replayable: z.boolean().meta({ description: '提交前是否必须回放 · whether it is replayed before it is submitted' }),
  replay: replayAnswer.nullable(),
  staleReplay: z.strictObject({ against: beside.nullable(), now: beside.nullable() }).nullable().meta({
    description: '回放对照的版本已不生效，须重新回放 · it was replayed beside a version that is not in force any more',
  }),
  waiting: z
    .array(
      z.strictObject({
        action: z.string(),
        askedBy: z.string(),
        askedAt: instantOutput,
        approval: z.uuid().nullable(),
      }),
    )
    .meta({ description: '等待另一人审批的申请 · what about it waits for a second person' }),
  shadow: shadowAnswer.nullable(),
  usedBy: z.array(text2),
  pins: z
    .array(z.strictObject({ subject: z.string(), count: z.int() }))
    .meta({ description: '保持使用该版本的对象 · what keeps this version, by kind' }),
  steps: z.array(
    z.strictObject({
      at: instantOutput,
      by: z.string(),
      from: versionState.nullable(),
      to: versionState,
      revision: z.int(),
      wrote: z.boolean(),
      reason: z.string().nullable(),
    }),
  ),
  allowed: z.array(z.enum(versionActs)).meta({ description: '当前用户现在可以做的 · what the caller may do now' }),
});
export type VersionAnswer = z.input<typeof versionAnswer>;

/** Steps of a version that an answer tells, the newest. */
export const stepsMax = 200;
