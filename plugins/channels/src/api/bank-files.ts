import { dayText, idNumber, reasonText } from '@linggong/access/api';
import { z } from 'zod';
import { bankProfiles, BANK_FILE_PREFIX } from '../domain';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** Channels that are paid through files. */
export const fileChannels = bankProfiles.map(({ code }) => `${BANK_FILE_PREFIX}${code}`) as [string, ...string[]];

export const bankFileStates = ['written', 'applied', 'repeated', 'refused'] as const;
export const bankFileKinds = ['pain.001', 'csv', 'pain.002', 'camt.053', 'camt.054', 'csv-answer', 'unknown'] as const;

/** Query of an upload: which channel's bank gave the file. */
export const bankFileQuery = z.strictObject({ channel: z.enum(fileChannels) });

/** The text fields of the form: none beside its `file`. */
export const bankFileForm = z.strictObject({});

/** What became of a file. A refused one is kept as it came, and nothing of it is applied. */
export const bankFileAnswer = z
  .strictObject({
    id: z.int().positive(),
    channel: z.string(),
    kind: z.enum(bankFileKinds),
    documentId: z.string().nullable(),
    state: z.enum(bankFileStates),
    /** Did these very bytes come before? Nothing was done then. */
    isSame: z.boolean(),
    /** Outcomes of payments that were new. */
    answers: z.int().nonnegative(),
    /** Lines of the statement or notification. */
    lines: z.int().nonnegative(),
    fault: z.strictObject({ code: z.string(), text: text2, where: z.string() }).nullable(),
  })
  .meta({ id: 'BankFile' });
export type BankFileAnswer = z.infer<typeof bankFileAnswer>;

/** Body of a download: it hands out clear names and accounts, so it says what for. */
export const bankFileDownload = z.strictObject({ reason: reasonText });

/** Links an unmatched answer to a payout, or dismisses it; both say why. */
export const answerResolution = z.strictObject({
  payoutNumber: z.string().trim().min(1).max(35).optional(),
  reason: reasonText,
});
export const resolvedAnswer = z.strictObject({ id: z.int().positive(), resolution: z.enum(['linked', 'dismissed']) });

const fen = z.int().positive().max(10_000_000_000_000).nullable();
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullable();

/** Limits and windows of a channel from a day on; null is no limit. The day is tomorrow or later. */
export const channelLimitsRequest = z.strictObject({
  channel: z.string().min(1).max(40),
  validFrom: dayText,
  lineMaxFen: fen,
  smallMaxFen: fen,
  dayMaxFen: fen,
  opensAt: timeOfDay,
  cutOffAt: timeOfDay,
  largeFrom: timeOfDay,
  largeTo: timeOfDay,
  workingDaysOnly: z.boolean(),
  reason: reasonText,
});
export type ChannelLimitsRequest = z.infer<typeof channelLimitsRequest>;

/** The channel that sub-accounts of a bank pay through from a day on: `bankCode` 12 digits, 3 digits, or '' for all banks. */
export const channelRouteRequest = z.strictObject({
  bankCode: z.string().regex(/^(\d{3}|\d{12})?$/),
  channel: z.string().min(1).max(40),
  validFrom: dayText,
  reason: reasonText,
});
export type ChannelRouteRequest = z.infer<typeof channelRouteRequest>;

export const settingAnswer = z.strictObject({ id: idNumber });
