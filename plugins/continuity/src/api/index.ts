export { backupStatus, findingSteps, jobStarted, scheduleItem, scheduleList, scheduleParams } from './answers';
export { controlParams, controlsAnswer, evidenceAdded, evidenceBody, withdrawalBody } from './controls';
export { restoreBody, restoreGrantAnswer } from './restoring';
