export { deliveryAnswer, deliveryParams, deliveryRepeated, type DeliveryAnswer } from './delivery';
export { jobAnswer, jobPage, jobParams, jobQuery, type JobAnswer } from './job';
