export { featureNamed, features } from './catalogue';
export type { Feature, FeatureSubject, FeatureUnit, FeatureValues, GraphFact, Measure } from './feature';
export { signalBounds, velocityDays, windowDays, type Window } from './windows';
