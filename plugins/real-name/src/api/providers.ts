import { instantOutput } from '@linggong/access/api';
import { z } from 'zod';
import { questionKinds } from '../domain';

const money = z.union([z.bigint(), z.int()]);

/** A vendor of identity checks as operators see it: no credential, whole or in part. */
export const identityProvider = z.strictObject({
  name: z.string(),
  kinds: z.array(z.enum(questionKinds)),
  isConfigured: z.boolean(),
  /** Asked at all: configured, and not put aside by the sandbox. */
  isInUse: z.boolean(),
  circuit: z.enum(['closed', 'half-open', 'open']),
  seenAt: instantOutput.nullable(),
  lastErrorCode: z.string().nullable(),
  lastErrorAt: instantOutput.nullable(),
  callsToday: z.int(),
  chargedToday: z.int(),
  costTodayFen: money,
  reservedFen: money,
  dailyCapFen: money.nullable(),
  capReachedAt: instantOutput.nullable(),
});
export type IdentityProviderAnswer = z.input<typeof identityProvider>;

const names = z.array(z.string());
export const identityProviders = z.strictObject({
  isSandboxed: z.boolean(),
  order: z.strictObject({ person: names, card: names, company: names }),
  providers: z.array(identityProvider),
  waiting: z.strictObject({ 'daily-cap': z.int(), 'no-provider': z.int(), again: z.int() }),
});
export type IdentityProvidersAnswer = z.input<typeof identityProviders>;
