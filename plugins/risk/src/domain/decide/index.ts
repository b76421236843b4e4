export { decisionSeeds } from './seeds';
export { moments, policyKeyOf, type Moment } from './moments';
export { outcomes, verdictOf, type Outcome, type Verdict } from './verdict';
