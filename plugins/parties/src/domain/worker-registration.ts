import { isDay, type Day } from '@linggong/core/domain';
import { readCard, type CardInput, type ReadyCard } from './card-registration';
import { guessIdentityKind, type IdentifierRules } from './identifier-rules';
import { isMasked, nameFault, normaliseName, type NameFault } from './person-name';
import { identityKinds, type IdentityKind, type VatRole } from './real-name-states';
import type { RegistrationFault, RegistrationFaultCode } from './registration-faults';
import { given, RegistrationReading } from './registration-reading';

/** What somebody types to register a worker, unchecked. */
export interface WorkerInput extends CardInput {
  readonly name: string;
  readonly identityKind?: string | undefined;
  readonly identityNumber: string;
  readonly phone: string;
  readonly address?: string | undefined;
  readonly taxResident?: boolean | undefined;
  readonly vatRole?: VatRole | undefined;
  readonly agencyFrom?: Day | undefined;
  readonly agencyTo?: Day | undefined;
}

/** A registration in normal form, in clear: it lives only between the form and the vault. */
export interface ReadyWorker {
  readonly name: string;
  readonly identityKind: IdentityKind;
  readonly identityNumber: string;
  readonly phone: string;
  readonly card: ReadyCard | undefined;
  readonly address: string | undefined;
  readonly country: string;
  readonly isTaxResident: boolean;
  readonly vatRole: VatRole;
  readonly agencyFrom: Day | undefined;
  readonly agencyTo: Day | undefined;
}

export type Readiness =
  | { readonly ok: true; readonly worker: ReadyWorker }
  | { readonly ok: false; readonly faults: readonly RegistrationFault[] };

/** Ages of admission: the law's and the platform contract's. */
const WORKING_AGE = 16;
const ADULT_AGE = 18;
const ADDRESS_LONGEST = 200;
const CHINA = '156';

const nameFaultCodes: Readonly<Record<NameFault, RegistrationFaultCode>> = {
  empty: 'name-empty',
  length: 'name-length',
  characters: 'name-characters',
  masked: 'value-masked',
};

/** Country codes that the tax forms use for holders of residence permits of Hong Kong, Macao and Taiwan residents. */
const permitCountries: Readonly<Record<string, string>> = { '81': '344', '82': '446', '83': '158' };

function readName(reading: RegistrationReading, input: Pick<WorkerInput, 'name'>): string {
  const name = normaliseName(input.name);
  const found = nameFault(name);
  if (found !== undefined) reading.refuse('name', nameFaultCodes[found]);
  return name;
}

function readKind(reading: RegistrationReading, input: WorkerInput): IdentityKind {
  const stated = given(input.identityKind);
  if (stated === undefined) return guessIdentityKind(input.identityNumber);
  const kind = identityKinds.find((each) => each === stated);
  if (kind === undefined) reading.refuse('identityKind', 'identity-kind-unknown');
  return kind ?? 'resident-id';
}

function readIdentity(
  reading: RegistrationReading,
  kind: IdentityKind,
  value: string,
): { number: string; country: string } {
  const verdict = reading.identifier('identityNumber', kind, value);
  if (verdict === undefined) return { number: '', country: CHINA };
  const age = verdict.age ?? ADULT_AGE;
  if (age < WORKING_AGE) reading.refuse('identityNumber', 'under-16');
  else if (age < ADULT_AGE) reading.refuse('identityNumber', 'under-18');
  const isPermit = kind === 'hmt-residence-permit';
  const permitCountry = isPermit ? permitCountries[verdict.normalised.slice(0, 2)] : undefined;
  return { number: verdict.normalised, country: verdict.country ?? permitCountry ?? CHINA };
}

function readAddress(reading: RegistrationReading, input: Pick<WorkerInput, 'address'>): string | undefined {
  const address = given(input.address);
  if (address === undefined) return undefined;
  if (address.length > ADDRESS_LONGEST) reading.refuse('address', 'text-length');
  if (isMasked(address)) reading.refuse('address', 'value-masked');
  return address;
}

function readAgency(reading: RegistrationReading, input: WorkerInput): { from: Day | undefined; to: Day | undefined } {
  const from = given(input.agencyFrom);
  const to = given(input.agencyTo);
  if (from !== undefined && !isDay(from)) reading.refuse('agencyFrom', 'not-a-day');
  else if (to !== undefined && !isDay(to)) reading.refuse('agencyTo', 'not-a-day');
  else if (to !== undefined && from === undefined) reading.refuse('agencyFrom', 'agency-start');
  else if (from !== undefined && to !== undefined && to < from) reading.refuse('agencyTo', 'agency-dates');
  return { from, to };
}

function readResidence(reading: RegistrationReading, input: WorkerInput, kind: IdentityKind): boolean {
  if (input.taxResident !== undefined) return input.taxResident;
  // Chinese identity documents mean domicile, and domicile means tax residence (IIT Law art. 1); a card of a foreigner does not.
  if (kind === 'foreign-pr-card') reading.refuse('taxResident', 'tax-residence-missing');
  return true;
}

/**
 * Reads one registration: normal form of everything, or every fault at once, so that a form or a sheet is corrected in
 * one go.
 * @param today Shanghai day; ages are counted at it.
 */
export function readWorker(input: WorkerInput, rules: IdentifierRules, today: Day): Readiness {
  const reading = new RegistrationReading(rules, today);
  const name = readName(reading, input);
  const identityKind = readKind(reading, input);
  const identity = readIdentity(reading, identityKind, input.identityNumber);
  const phone = reading.identifier('phone', 'mobile', input.phone)?.normalised ?? '';
  const card = readCard(reading, input, name);
  const address = readAddress(reading, input);
  const agency = readAgency(reading, input);
  const isTaxResident = readResidence(reading, input, identityKind);
  if (reading.faults.length > 0) return { ok: false, faults: reading.faults };
  return {
    ok: true,
    worker: {
      name,
      identityKind,
      identityNumber: identity.number,
      phone,
      card,
      address,
      country: identity.country,
      isTaxResident,
      vatRole: input.vatRole ?? 'platform-files',
      agencyFrom: agency.from,
      agencyTo: agency.to,
    },
  };
}

/** What of a worker may be corrected; what is left out stays. */
export interface WorkerCorrection {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
}

export type CorrectionReading =
  | { readonly ok: true; readonly correction: WorkerCorrection }
  | { readonly ok: false; readonly faults: readonly RegistrationFault[] };

/** Reads a correction by the rules of a registration: the normal form of what is given, or every fault of it. */
export function readCorrection(input: WorkerCorrection, rules: IdentifierRules, today: Day): CorrectionReading {
  const reading = new RegistrationReading(rules, today);
  const name = input.name === undefined ? undefined : readName(reading, { name: input.name });
  const phone = input.phone === undefined ? undefined : reading.identifier('phone', 'mobile', input.phone)?.normalised;
  const address = readAddress(reading, input);
  if (reading.faults.length > 0) return { ok: false, faults: reading.faults };
  return { ok: true, correction: { name, phone, address } };
}
