export { retentionClasses, type RetentionClass } from './classes';
export { cutoffOf, type Term } from './term';
