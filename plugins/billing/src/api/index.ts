export * from './bill';
export * from './plan';
export * from './preview';
export * from './terms';
export * from './words';
export { termFields, writtenTerms, type WrittenTerms } from './written-terms';
