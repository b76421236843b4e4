export { decisions, type DecisionKind, type LineDecision, type LineFacts } from './line-facts';
export { lineRules, lineSeed, lineTable, lineTableKey } from './line-table';
export { featureNamed, features, type Feature, type FeatureValues } from './features';
export * from './limits/applying-limits';
export * from './lists/list-entry';
export * from './snoozes/snooze';
export * from './cases';
export * from './inspections';
export * from './reviews';
