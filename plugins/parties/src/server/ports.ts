import type { Command, Tx } from '@linggong/core';
import type { IdentifierRules } from '../domain';

/** Checks one company against the register and marks the result; harmless to call again. */
export type EnterpriseVerifier = (enterpriseId: number, command: Command) => Promise<void>;

/** A reason why an enterprise may not leave yet, such as money left in its sub-account. Throws a Problem. */
export type OffboardingGuard = (tx: Tx, enterpriseId: number, command: Command) => Promise<void>;

/** A reason why an enterprise's own account may not note its agreement as signed. Throws a Problem. */
export type SigningGuard = (tx: Tx, command: Command, enterpriseId: number) => Promise<void>;

/** What plugins above this one hand in when they are registered: parties may call down, but never up. */
export interface Ports {
  useIdentifierRules(rules: IdentifierRules): void;
  useEnterpriseVerifier(verifier: EnterpriseVerifier): void;
  addOffboardingGuard(guard: OffboardingGuard): void;
  addSigningGuard(guard: SigningGuard): void;
  readonly identifierRules: IdentifierRules;
  readonly enterpriseVerifier: EnterpriseVerifier;
  readonly offboardingGuards: readonly OffboardingGuard[];
  readonly signingGuards: readonly SigningGuard[];
}

function missing(name: string): never {
  throw new Error(`parties: no ${name}; the real-name plugin hands it in at register`);
}

export function createPorts(): Ports {
  let rules: IdentifierRules | undefined;
  let verifier: EnterpriseVerifier | undefined;
  const offboardingGuards: OffboardingGuard[] = [];
  const signingGuards: SigningGuard[] = [];
  return {
    useIdentifierRules: (given) => void (rules = given),
    useEnterpriseVerifier: (given) => void (verifier = given),
    addOffboardingGuard: (guard) => void offboardingGuards.push(guard),
    addSigningGuard: (guard) => void signingGuards.push(guard),
    get identifierRules() {
      return rules ?? missing('identifier rules');
    },
    get enterpriseVerifier() {
      return verifier ?? missing('enterprise verifier');
    },
    offboardingGuards,
    signingGuards,
  };
}
