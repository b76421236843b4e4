export { jobAnswer, jobPage, jobParams, jobQuery, type JobAnswer } from './job';
