export { actOnEngagements } from './server/act-on-engagements';
export { actOnTask } from './server/act-on-task';
export { createTask } from './server/create-task';
export { engageWorkers } from './server/engage-workers';
export { publicationsOf, type PublicationGuard, type TaskToPublish } from './server/publication';
export { reopenEngagements, settleEngagements, type EngagementAmounts } from './server/settle-engagements';
