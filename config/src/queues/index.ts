export { queueNames, type QueueName } from './queue-names';
export { queues, type QueueSettings } from './queues';
export { schedules, type Schedule } from './schedules';
