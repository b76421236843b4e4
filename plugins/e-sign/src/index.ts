export { consentMethods, type ConsentMethod } from './server/signing/consents';
export { cooperationCovers, coveredWorkers, type CoverageQuestion } from './server/coverage';
export type { ESign } from './server/e-sign-service';
export type { WorkerContractRequest } from './server/sending/contract-request';
export type { CooperationRequest } from './server/sending/send-to-enterprise';
export type { Sending } from './server/sending/send-to-workers';
export type { Signing } from './server/signing/sign-contracts';
export { eSignOf } from './server/services';
