import { z } from 'zod';
import { identifierKinds, reasonTexts, type ReasonCode } from '../domain';

/** Body of `POST /identity/checks`. */
export const identifierToCheck = z.strictObject({
  kind: z.enum(identifierKinds).meta({ description: '号码类型 · kind of identifier' }),
  value: z.string().max(100).meta({ description: '待校验的号码 · the number to check' }),
});

// Object.keys forgets the key type; they are exactly the codes of the catalogue.
const reasons = Object.keys(reasonTexts) as [ReasonCode, ...ReasonCode[]];
const text2 = z.strictObject({ zh: z.string(), en: z.string() });

/** `valid` means well formed; no register was asked. The facts depend on the kind. */
export const identifierVerdict = z.strictObject({
  valid: z.boolean(),
  reason: z.enum(reasons).optional(),
  reasonText: text2.optional(),
  birthDate: z.string().optional(),
  age: z.int().optional(),
  sex: z.enum(['male', 'female']).optional(),
  province: z.string().optional(),
  provinceName: text2.optional(),
  region: z.string().optional(),
  isRegionListed: z.boolean().optional(),
  country: z.string().optional(),
  department: z.string().optional(),
  organisationClass: z.string().optional(),
  organisationCode: z.string().optional(),
  issuer: z.string().optional(),
  network: z.enum(['unionpay', 'other']).optional(),
  range: z.string().optional(),
  bank: z.string().optional(),
  city: z.string().optional(),
  branch: z.string().optional(),
  year: z.int().optional(),
  channel: z.string().optional(),
});
export type IdentifierVerdictAnswer = z.input<typeof identifierVerdict>;
