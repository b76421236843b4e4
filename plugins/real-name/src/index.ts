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
export { reserve, settleReservation, type Reservation } from './server/asking/provider-days';
export type { ProviderTry } from './server/asking/provider-try';
export { awaitSlot } from './server/asking/rate-slots';
export { fetchJson } from './server/vendors/fetch-json';
export { qichachaToken } from './server/vendors/qichacha';
export { tencentClient } from './server/vendors/tencent-cloud';
export { workerRecheckDays } from './server/services';
