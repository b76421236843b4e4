export { featureNamed, features } from './catalogue';
export type { Feature, FeatureSubject, FeatureUnit, FeatureValues, GraphFact, Measure } from './feature';
export { velocityDays, windowDays, type Window } from './windows';
