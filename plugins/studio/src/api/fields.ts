import { z } from 'zod';
import { freeText } from '@linggong/access/api';
import { kindNames, versionStates } from '../domain';

/** Bytes of a content with its cases on their way in. */
export const contentBytesMax = 4 * 1024 * 1024;

export const text2 = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Text2' });

/** A text that people type in both languages. */
export const text2Input = (charactersMin: number, charactersMax: number): z.ZodType<{ zh: string; en: string }> =>
  z.strictObject({
    zh: freeText(charactersMax).min(charactersMin),
    en: freeText(charactersMax).min(charactersMin),
  });

export const kindName = z.enum(kindNames);
export const versionState = z.enum(versionStates);

/** Area and name with a point between: `risk.line`. */
export const configurationKey = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

export const revision = z.int().min(1).max(2_147_483_647);

/** What is wrong with a content, or worth a look. */
export const fault = z.strictObject({ path: z.string(), code: z.string(), text: text2 }).meta({ id: 'Fault' });

export const change = z
  .strictObject({
    change: z.enum(['added', 'removed', 'changed', 'moved']),
    where: text2,
    before: text2.optional(),
    after: text2.optional(),
  })
  .meta({ id: 'Change' });

/** JSON of a kind; its shape is the kind's. */
export const json = z.unknown().meta({ description: '配置内容，按配置类型的格式 · JSON as the kind shapes it' });

/** Test cases of one version. */
export const casesMax = 500;
export const testCase = z.strictObject({ name: freeText(200).min(1), input: json, expect: json });
