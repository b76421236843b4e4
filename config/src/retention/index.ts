export { retentionClasses, type RetentionClass } from './classes';
export { cutoffOf, endOf, type Term } from './term';
