export type { AnyKind, Change, Evaluation, Fault, Json, Kind, KindName, Seed, TestCase, VersionState } from './domain';
