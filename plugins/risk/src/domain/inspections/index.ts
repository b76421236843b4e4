export * from './checklist';
export * from './draw-sample';
export * from './interview';
export { seedForm } from './seeded-numbers';
