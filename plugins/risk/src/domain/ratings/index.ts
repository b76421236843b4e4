export * from './class-policy';
export { CLASSES_KEY, classesSeed, POLICY_KEY, policySeed } from './class-seeds';
export * from './credit-entry';
export * from './rate';
export * from './rating-facts';
export { RATING_KEY, ratingSeed } from './rating-seed';
export * from './register-state';
export { sandboxCredit, type SandboxCredit } from './sandbox-credit';
