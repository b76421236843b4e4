export type {
  BankCardRequest,
  CompanyRequest,
  IdentityProvider,
  IdentityRequest,
  OutcomeKind,
  ProviderCall,
  VerificationOutcome,
} from './server/providers/identity-provider';
export { providerFaults, type ConformanceSamples } from './server/providers/provider-conformance';
export { createSandboxProvider, type SandboxOptions } from './server/providers/sandbox-provider';
