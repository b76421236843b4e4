export { decisionSeeds, firstRuleText, momentNeeds } from './seeds';
export { moments, momentTexts, policyKeyOf, type Moment } from './moments';
export { outcomes, verdictOf, type Outcome, type Verdict } from './verdict';
