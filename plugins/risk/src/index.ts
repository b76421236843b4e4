export type { DecisionKind, LineDecision, LineFacts } from './domain';
export { reasonText } from './domain';
export { decideLines } from './server/decide-lines';
