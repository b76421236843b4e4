export * from './checklist';
export * from './class-sizes';
export * from './draw-sample';
export * from './interview';
export { seedForm } from './seeded-numbers';
