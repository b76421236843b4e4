export { caseDifferences } from './case-verdict';
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
export type { Seed } from './seed';
export { moves, versionStateNames, versionStates, type VersionState } from './version-state';
