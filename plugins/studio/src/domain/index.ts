export { caseDifferences } from './case-verdict';
export { reportOf, resultOf, type CaseResult, type CheckReport, type Tried } from './check';
export { readContent, type ReadContent } from './content';
export { kinds } from './kinds';
export { isLeftEmpty, percent, shown, shownBeside, type AnyField, type Choices, type ListControl } from './fields';
export {
  canBeDemanded,
  canControl,
  fieldTypeNames,
  fieldTypes,
  inUseFaults,
  isRegion,
  jsonSchema,
  normalised,
  problemText,
  sensitiveKindOf,
  splitValues,
  uiSchema,
  validateRecord,
  visibleSchema,
  withoutHidden,
  type FieldInUse,
  type FieldType,
  type FormChoice,
  type FormColumn,
  type FormContent,
  type FormField,
  type FormValues,
  type SensitiveValue,
  type ValueProblem,
  FILE_BYTES_MAX,
  shownFields,
  coreFaults,
  coreFieldsOf,
  coreOf,
} from './kinds/form';
export {
  defineKind,
  kindNames,
  type AnyKind,
  type Change,
  type Evaluation,
  type Fault,
  type Json,
  type Kind,
  type KindName,
  type TestCase,
} from './kind';
export { draftedStates, isAuthor, mayStart, openStates, versionActs, type Authors, type VersionAct } from './life';
export type { DescribedKind } from './kinds/described-kind';
export { describedKinds } from './kinds/described-kinds';
export * from './kinds/decision-table/entry';
export type { CriteriaContent } from './kinds/criteria/criteria';
export {
  allHold,
  inOrder,
  judgementFault,
  judgementLine,
  type Judgement,
  type JudgementFault,
  type Verdict,
} from './kinds/criteria/judgement';
export { needsApproval, type LifecyclePolicy } from './kinds/lifecycle-policy/lifecycle-policy';
export { openScenario, signsIn, type FoundSign } from './kinds/scenario/judge-task';
export type { ScenarioContent } from './kinds/scenario/scenario-fields';
export { acknowledgeBy, procedureBinds, type ProcedureContent } from './kinds/procedure/procedure';
export { calendarGap, isWeekend, workingDaysOf, type WorkingDays } from './kinds/calendar/working-days';
export type { CalendarContent } from './kinds/calendar/calendar-fields';
export { clockFor, dueAt } from './kinds/sla/due-at';
export { templateContent, type TemplateContent } from './kinds/template/template-fields';
export { fillTemplate, type FilledTemplate } from './kinds/template/template';
export { noticeKey, noticeKindOf } from './notices/notice-key';
export { messageLength, messageSignature, registeredTexts, type MessageLength } from './notices/short-message';
export type { SlaContent } from './kinds/sla/sla-fields';
export { seedReport } from './kinds/seed-report';
export type { PopulationCell, SamplingPlan } from './kinds/sampling-plan/plan-fields';
export { sampleSize, stratumOf } from './kinds/sampling-plan/strata';
export type { Seed } from './seed';
export { isPlainJson } from './transfer/plain-json';
export { signedText, transferBytesMax, transferFormat, transferItemsMax } from './transfer/signed-text';
export { moves, versionStateNames, versionStates, type VersionState } from './version-state';
export { outcomeWord } from './replay/outcome-words';
export { emptyTally, tallied, type Compared, type Tally, type TallyExample, type TallyPair } from './replay/tally';
