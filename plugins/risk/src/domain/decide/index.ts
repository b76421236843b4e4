export { type BatchFacts } from './batch-facts';
export { batchNeeds, batchSeed, batchTableKey } from './batch-seed';
export { decisionSeeds, firstRuleText } from './seeds';
export { factLabel, momentNeeds } from './seed-table';
export { moments, momentTexts, policyKeyOf, type Moment } from './moments';
export { outcomes, verdictOf, type Outcome, type TableAnswered, type Verdict } from './verdict';
