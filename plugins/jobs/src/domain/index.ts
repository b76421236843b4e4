export { backoffDelayMs, type Backoff } from './backoff';
export { faultText, isFinal, lostProblem, problemOf, type JobProblem } from './fault';
export type { Json } from './json';
export { firstTick, nextTick, type TickRule } from './next-tick';
export { waitBeforeWriteMs } from './pacing';
export { payloadBytesMax, payloadText } from './payload';
export { jobStates, runLifecycle, type JobAction, type JobState } from './run-lifecycle';
