export { retentionClasses, type RetentionClass } from './classes';
export { personalStores, personalTables } from './personal-tables';
export { cutoffOf, endOf, type Term } from './term';
