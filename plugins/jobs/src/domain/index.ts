export { backoffDelayMs, type Backoff } from './backoff';
export { faultText, isFinal, lostProblem, problemOf, type JobProblem } from './fault';
export type { Json } from './json';
export { waitBeforeWriteMs } from './pacing';
export { payloadBytesMax, payloadText } from './payload';
export { jobStates, runLifecycle, type JobAction, type JobState } from './run-lifecycle';
