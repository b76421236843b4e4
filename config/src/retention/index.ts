export { retentionClasses, type RetentionClass } from './classes';
export { personalStores, personalTables } from './personal-tables';
export { cutoffOf, type Term } from './term';
