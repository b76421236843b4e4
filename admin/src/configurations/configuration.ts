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
export type VersionAnswered = Omit<Wire<VersionAnswer>, keyof OfKind> & OfKind & OfPast;

/** A version with what its configuration says of its past. */
export interface VersionRecord extends VersionAnswered {
  replayable: boolean;
}

/** One step of a version (历程): who moved or wrote it, when and why. */
export type VersionStep = VersionRecord['steps'][number];

/** What a replay on the past found; undefined figures where nothing was compared. */
export interface ReplayReport {
  jobId: string | null;
  from: string;
  to: string;
  at: string | null;
  total: number;
  different: number;
  groups: readonly { before: string; after: string; count: number; amountFen: number | null }[];
  examples: readonly ReplayExample[];
}

export interface ReplayExample {
  label: string;
  link: string | null;
  before: string;
  after: string;
  amountFen: number | null;
  trace: readonly Text2[];
}

export interface ShadowReport {
  days: readonly { day: string; total: number; different: number }[];
  examples: readonly ReplayExample[];
}
