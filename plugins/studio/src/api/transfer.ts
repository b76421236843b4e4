import { z } from 'zod';
import { dayText, freeText, idNumber, idText, instantOutput, instantText, reasonText } from '@linggong/access/api';
import { transferFormat, transferItemsMax } from '../domain';
import { casesMax, change, configurationKey, fault, json, testCase, text2, text2Input } from './fields';

/** One configuration as a file carries it: what was in force there. Its kind may be one that this installation does not know. */
export const transferItem = z.strictObject({
  kind: z
    .string()
    .max(40)
    .regex(/^[a-z]+(-[a-z]+)*$/),
  key: configurationKey,
  name: text2Input(1, 200),
  description: text2Input(0, 2000),
  reviewBy: dayText.nullable(),
  versionNo: z.int().min(1).max(2_147_483_647),
  content: json,
  cases: z.array(testCase).max(casesMax),
});
export type TransferItem = z.output<typeof transferItem>;

/** What is signed of a file. */
export const transferBody = z.strictObject({
  format: z.literal(transferFormat),
  version: z.literal(1),
  exportedAt: instantText,
  configurations: z.array(transferItem).min(1).max(transferItemsMax),
});
export type TransferBody = z.output<typeof transferBody>;

const base64 = (charactersMax: number) =>
  z
    .string()
    .max(charactersMax)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** A file of configurations: its body, and who signed it. */
export const transferFile = transferBody.extend({
  signature: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: base64(200), value: base64(200) }),
});
export type TransferFile = z.output<typeof transferFile>;

/** `POST /configuration-exports`: those that are named, or all that are in force. */
export const exportBody = z.strictObject({ ids: z.array(idNumber).min(1).max(transferItemsMax).optional() });

const itemStates = ['new', 'changed', 'same', 'open', 'unreadable', 'taken'] as const;
export type ItemState = (typeof itemStates)[number];

const importItem = z.strictObject({
  place: z.int(),
  kind: z.string(),
  key: z.string(),
  name: text2,
  versionNo: z.int().meta({ description: '对方平台的版本号 · its number in the other installation' }),
  state: z.enum(itemStates),
  faults: z.array(fault),
  inForceNo: z.int().nullable(),
  changesTotal: z.int(),
  configurationId: z.int().nullable(),
  /** The draft that it became, or the version that is under way here. */
  versionId: z.int().nullable(),
});

const signedBy = z.strictObject({
  fingerprint: z.string(),
  name: z
    .string()
    .nullable()
    .meta({ description: '本平台接受该密钥时取的名称 · the name by which the key was accepted' }),
  isOwn: z.boolean(),
  acceptedAt: instantOutput.nullable(),
  acceptedBy: z.string().nullable(),
});

export const importAnswer = z.strictObject({
  id: z.int(),
  fileName: z.string(),
  fileSha256: z.string(),
  exportedAt: instantOutput,
  createdAt: instantOutput,
  createdBy: z.string(),
  signedBy,
  items: z.array(importItem),
});
export type ImportAnswer = z.input<typeof importAnswer>;

/** `GET /configuration-imports/:id/items/:place`. */
export const itemParams = z.strictObject({ id: idText, place: idText });
export const importItemAnswer = z.strictObject({ changes: z.array(change), changesTotal: z.int() });

export const acceptKeyBody = z.strictObject({ name: freeText(200).min(1), reason: reasonText });
export const takeItemsBody = z.strictObject({ places: z.array(idNumber).min(1).max(transferItemsMax) });
