/** Purposes of handling that a person is asked about one by one (处理目的; PIPL art. 14, 23, 29). The texts lie in `vault.consent_texts`. */
export const consentPurposes = [
  'service',
  'sensitive-data',
  'real-name-check',
  'share-with-tax',
  'share-with-bank',
  'e-sign-provider',
  'automated-decision',
  'marketing',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Without these nobody can be paid here: they are given with a registration, and a withdrawal of one ends the service (art. 15, 16). */
export const neededPurposes = [
  'service',
  'sensitive-data',
  'real-name-check',
  'share-with-tax',
  'share-with-bank',
] as const satisfies readonly ConsentPurpose[];

/** How a person said it: by himself, on a paper that staff hold, or as the sender of a sheet declares. */
export const consentMethods = ['click', 'operator', 'import-declared'] as const;
export type ConsentMethod = (typeof consentMethods)[number];

export const consentActs = ['given', 'withdrawn'] as const;
export type ConsentAct = (typeof consentActs)[number];

export function isNeeded(purpose: ConsentPurpose): boolean {
  return neededPurposes.some((needed) => needed === purpose);
}
