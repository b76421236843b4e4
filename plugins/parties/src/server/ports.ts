import type { Command, Queryable, Tx } from '@linggong/core';
import type { Day, Text2 } from '@linggong/core/domain';
import type { IdentifierRules, IdentityKind, RegistrationField } from '../domain';

/** Checks one company against the register and marks the result; harmless to call again. */
export type EnterpriseVerifier = (enterpriseId: number, command: Command) => Promise<void>;

/** Who somebody says he is, in clear: it lives in memory until he is registered or refused. */
export interface ApplicantIdentity {
  readonly identityKind: IdentityKind;
  readonly identityNumber: string;
  readonly name: string;
}

/** What the register says of somebody who is not registered yet. */
export interface ApplicantCheck {
  readonly outcome: 'match' | 'mismatch' | 'no-record' | 'unanswered';
  readonly provider: string;
  readonly providerCode: string;
  /** Keeps the answer as the evidence of the worker whom he has become, and marks him by it. */
  keep(tx: Tx, command: Command, workerId: number): Promise<void>;
}

/** Asks the register about one person while he waits; outside of any transaction. */
export type ApplicantVerifier = (command: Command, identity: ApplicantIdentity) => Promise<ApplicantCheck>;

/** A reason why an enterprise may not leave yet, such as money left in its sub-account. Throws a Problem. */
export type OffboardingGuard = (tx: Tx, enterpriseId: number, command: Command) => Promise<void>;

/** A reason why an enterprise's own account may not note its agreement as signed. Throws a Problem. */
export type SigningGuard = (tx: Tx, command: Command, enterpriseId: number) => Promise<void>;

/** A reason why an enterprise neither applies nor is approved, such as a deny list. Throws a Problem. */
export type OnboardingGuard = (tx: Tx, enterpriseId: number, command: Command) => Promise<void>;

/** Somebody about to be registered, or to add a card, by his blind indexes (hex). */
export interface ScreenedPerson {
  readonly identityBlind?: string | undefined;
  readonly phoneBlind?: string | undefined;
  readonly cardBlind?: string | undefined;
  readonly addressBlind?: string | undefined;
}

/** Why somebody is not registered: the field that it stands on, and words that quote no value. */
export interface ScreenRefusal {
  readonly field: RegistrationField;
  readonly text: Text2;
}

/** Set-based: who of many is refused, an answer for each. */
export type PeopleScreen = (
  db: Queryable,
  people: readonly ScreenedPerson[],
  day: Day,
) => Promise<(ScreenRefusal | undefined)[]>;
/** A reason why a worker or an enterprise may not come back yet, such as a measure of risk. Throws a Problem. */
export type ResumingGuard = (
  tx: Tx,
  subject: { readonly kind: 'worker' | 'enterprise'; readonly id: number },
) => Promise<void>;

/** What plugins above this one hand in when they are registered: parties may call down, but never up. */
export interface Ports {
  useIdentifierRules(rules: IdentifierRules): void;
  useEnterpriseVerifier(verifier: EnterpriseVerifier): void;
  useApplicantVerifier(verifier: ApplicantVerifier): void;
  addOffboardingGuard(guard: OffboardingGuard): void;
  addSigningGuard(guard: SigningGuard): void;
  addOnboardingGuard(guard: OnboardingGuard): void;
  addPeopleScreen(screen: PeopleScreen): void;
  addResumingGuard(guard: ResumingGuard): void;
  readonly identifierRules: IdentifierRules;
  readonly enterpriseVerifier: EnterpriseVerifier;
  readonly applicantVerifier: ApplicantVerifier;
  readonly offboardingGuards: readonly OffboardingGuard[];
  readonly signingGuards: readonly SigningGuard[];
  readonly onboardingGuards: readonly OnboardingGuard[];
  readonly peopleScreens: readonly PeopleScreen[];
  readonly resumingGuards: readonly ResumingGuard[];
}

function missing(name: string): never {
  throw new Error(`parties: no ${name}; the real-name plugin hands it in at register`);
}

export function createPorts(): Ports {
  let rules: IdentifierRules | undefined;
  let verifier: EnterpriseVerifier | undefined;
  let applicants: ApplicantVerifier | undefined;
  const offboardingGuards: OffboardingGuard[] = [];
  const signingGuards: SigningGuard[] = [];
  const onboardingGuards: OnboardingGuard[] = [];
  const peopleScreens: PeopleScreen[] = [];
  const resumingGuards: ResumingGuard[] = [];
  return {
    useIdentifierRules: (given) => void (rules = given),
    useEnterpriseVerifier: (given) => void (verifier = given),
    useApplicantVerifier: (given) => void (applicants = given),
    addOffboardingGuard: (guard) => void offboardingGuards.push(guard),
    addSigningGuard: (guard) => void signingGuards.push(guard),
    addOnboardingGuard: (guard) => void onboardingGuards.push(guard),
    addPeopleScreen: (screen) => void peopleScreens.push(screen),
    addResumingGuard: (guard) => void resumingGuards.push(guard),
    get identifierRules() {
      return rules ?? missing('identifier rules');
    },
    get enterpriseVerifier() {
      return verifier ?? missing('enterprise verifier');
    },
    get applicantVerifier() {
      return applicants ?? missing('applicant verifier');
    },
    offboardingGuards,
    signingGuards,
    onboardingGuards,
    peopleScreens,
    resumingGuards,
  };
}
