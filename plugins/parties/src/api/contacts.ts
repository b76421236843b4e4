import { z } from 'zod';
import { idNumber, instantOutput } from '@linggong/access/api';
import { contactActs, contactKinds, contactMethods } from '../domain';

const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** How it stands with one of the people whom an enterprise names (告知与同意): the text in force, and the last act on record. */
export const contactConsent = z
  .strictObject({
    contact: z.enum(contactKinds),
    named: z.boolean().meta({ description: '企业资料中有此人 · the enterprise names somebody' }),
    version: z.int().meta({ description: '现行文本版本 · version of the text in force' }),
    text: text2,
    act: z.enum(contactActs).nullable(),
    actVersion: z.int().nullable().meta({ description: '当时告知的版本 · version by which he was told' }),
    method: z.enum(contactMethods).nullable(),
    at: instantOutput.nullable(),
    withdrawable: z.boolean().meta({ description: '可撤回 · may be taken back now' }),
  })
  .meta({ id: 'ContactConsent' });
export type ContactConsentAnswer = z.input<typeof contactConsent>;

export const contactConsentsAnswer = z.strictObject({ enterpriseId: idNumber, items: z.array(contactConsent) });
export const contactWithdrawal = z.strictObject({ contact: z.enum(contactKinds) });
