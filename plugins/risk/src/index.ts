export type { DecisionKind, LineDecision, LineFacts } from './domain';
export { lineSeed, lineTableKey } from './domain';
export { decideLines } from './server/decide-lines';
export { countOrders, type CountedOrder } from './server/features/count-orders';
export { readFeatures } from './server/features/read-features';
export { hasListed } from './server/lists/listed';
export { skippedRules } from './server/snoozes/skipped-rules';
