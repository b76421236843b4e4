import { z } from 'zod';
import { consentActs, consentMethods, consentPurposes } from '../domain/consents';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** One purpose as it stands for a person (同意状态): the text in force, and his last act. */
export const consentAnswer = z
  .strictObject({
    purpose: z.enum(consentPurposes),
    needed: z.boolean().meta({ description: '撤回后无法继续服务 · a withdrawal ends the service' }),
    version: z.int().meta({ description: '现行文本版本 · version of the text in force' }),
    text: text2,
    state: z.enum([...consentActs, 'none']),
    actVersion: z.int().nullable().meta({ description: '当时同意的版本 · version that he agreed to' }),
    method: z.enum(consentMethods).nullable(),
    at: z.union([z.date(), z.iso.datetime()]).nullable(),
  })
  .meta({ id: 'Consent' });
export type ConsentAnswer = z.input<typeof consentAnswer>;

export const consentsAnswer = z.strictObject({ items: z.array(consentAnswer) });
export const consentBody = z.strictObject({ purpose: z.enum(consentPurposes) });
