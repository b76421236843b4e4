export { backupStatus, findingSteps, jobStarted, scheduleItem, scheduleList, scheduleParams } from './answers';
