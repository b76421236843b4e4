import type { ConfigurationAnswer, VersionAnswer } from '@linggong/studio/api';
import type { Change, Fault, Json, KindName, TestCase, VersionState } from '@linggong/studio/domain';
import type { Text2 } from '../parts/text2';
import type { Wire } from '../parts/wire';

/** A row of `/api/console/configurations`. */
export interface ConfigurationRow {
  id: number;
  kind: KindName;
  key: string;
  area: string;
  nameZh: string;
  nameEn: string;
  inForceNo: number | null;
  inForceSince: string | null;
  openNo: number | null;
  openState: VersionState | null;
  openEffectiveFrom: string | null;
  reviewBy: string | null;
}

/** The name of a row in both languages. */
export function nameOf({ nameZh, nameEn }: Pick<ConfigurationRow, 'nameZh' | 'nameEn'>): Text2 {
  return { zh: nameZh, en: nameEn };
}

/** One version as the page of its configuration lists it. */
export type VersionSummary = ConfigurationRecord['versions'][number];

/** `GET /api/v1/configurations/{id}`. */
export type ConfigurationRecord = Wire<ConfigurationAnswer>;

/** JSON of a kind is `unknown` to the API; here it is handed to the kind's code, which reads it by its own schema. */
interface OfKind {
  content: Json;
  cases: readonly TestCase[];
  faults: readonly Fault[];
  hints: readonly Fault[];
  changes: readonly Change[];
}

/** What is known of a version once it was replayed or ran in the shadow. */
interface OfPast {
  replay: ReplayReport | null;
  shadow: ShadowReport | null;
}

/** `GET /api/v1/configuration-versions/{id}`. */
export type VersionAnswered = Omit<Wire<VersionAnswer>, keyof OfKind | keyof OfPast> & OfKind & OfPast;

/** A version with what its configuration says of its past. */
export interface VersionRecord extends VersionAnswered {
  replayable: boolean;
}

/** One step of a version (历程): who moved or wrote it, when and why. */
export type VersionStep = VersionRecord['steps'][number];

/** How many went from one decision to another, and what they amount to. */
export interface DecisionPair {
  before: string;
  after: string;
  changed: boolean;
  count: number;
  amountFen: number;
}

/** One that is decided otherwise. */
export interface DecisionExample {
  label: string;
  link?: string;
  before: Json;
  after: Json;
  trace: readonly Text2[];
  amountFen?: number;
}

/** The newest replay of a version (回放). */
export interface ReplayReport {
  state: 'running' | 'done' | 'cancelled' | 'failed';
  /** Made for the content as it stands. */
  isCurrent: boolean;
  /** The version in force that it was compared with. */
  against: { readonly id: number; readonly versionNo: number } | null;
  from: string;
  to: string;
  source: Text2;
  job: string | null;
  total: number;
  compared: number;
  changed: number;
  changedFen: number;
  /** What this version cannot be asked. */
  unfit: number;
  unfitExamples: readonly string[];
  pairs: readonly DecisionPair[];
  examples: readonly DecisionExample[];
  rowsHit: Readonly<Record<string, number>>;
}

/** What a scheduled version decided beside the one in force (影子运行). */
export interface ShadowReport {
  from: string;
  days: readonly {
    day: string;
    compared: number;
    changed: number;
    pairs: readonly DecisionPair[];
    examples: readonly DecisionExample[];
  }[];
}
