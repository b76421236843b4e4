export { chineseNumeral } from './chinese-numeral';
export {
  contractActions,
  contractLifecycle,
  contractStates,
  type ContractAction,
  type ContractState,
} from './contract-lifecycle';
export { covers, everyScenario, type CoveringContract, type Payment } from './coverage';
export { isReminderHour, reminderDueBefore, type ReminderRule } from './reminder';
export { renderContract, type TemplateValues } from './render';
export {
  requestLifecycle,
  requestStates,
  standingRequestStates,
  type RequestAction,
  type RequestState,
} from './signature-request-lifecycle';
export { sandboxProves, signingMethods, whatItProves, type SigningMethod } from './signing-method';
export {
  contractKinds,
  placeholdersOf,
  type Clause,
  type ContractKind,
  type Template,
  type TemplateVariable,
} from './template';
export { firstTemplates } from './templates';
export { contentOfTemplate, textKey, textsOfFrame, templateOf } from './template-content';
export { contractSeeds } from './template-seeds';
export { judgeText } from './judge-text';
export { demandedClauses, type DemandedClause } from './demanded-clauses';
export { sampleValues } from './sample-values';
export { codeBytes, documentCode, printedCode, readCode } from './document-code';
export { documentLifecycle, documentStates, type DocumentState } from './document-lifecycle';
export { documentStatus, documentStatuses, type DocumentStatus } from './document-status';
export { codePointName, fontRuns, type Covers, type FontRun } from './document-text';
