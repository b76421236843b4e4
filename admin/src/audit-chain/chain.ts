import type { Tone } from '../parts/states';

/** What the routes below `/api/v1/audit` answer; their schemas are in the plugin audit. */
export interface Broken {
  kind: string;
  block: number | null;
  seq: number | null;
  day?: string;
  month?: string;
  entry: { recordedAt: string; actorName: string; action: string; subjectKind: string; subjectId: string } | null;
}

export interface Verification {
  id: string;
  startedAt: string;
  finishedAt: string;
  actorName: string;
  ok: boolean;
  firstBroken: Broken | null;
  sealedUntil: string | null;
  blocks: number;
  rows: number;
  roots: number;
  head: { block: number; hash: string } | null;
}

export interface Chain {
  blocks: number;
  rows: number;
  sealedUntil: string | null;
  unsealed: number;
  oldestUnsealedSeconds: number;
  head: { block: number; hash: string } | null;
  roots: number;
  lastRootDay: string | null;
  lastVerification: Verification | null;
}

export interface Root {
  day: string;
  firstBlock: number;
  lastBlock: number;
  rows: number;
  root: string;
  keyId: string;
  signedAt: string;
}

export interface Archive {
  month: string;
  rows: number;
  bytes: number;
  sha256: string;
  root: string;
  archivedAt: string;
  detachedAt: string | null;
}

export interface Run {
  id: string;
  state: string;
  done: number;
  total: number;
  verification: Verification | null;
}

export const isOver = ({ state }: Run): boolean => state === 'done' || state === 'failed';

/** The last verification in one word, with its tone. */
export function verdictOf(last: Verification | null): { key: 'whole' | 'broken' | 'never'; tone: Tone } {
  if (last === null) return { key: 'never', tone: 'wait' };
  return last.ok ? { key: 'whole', tone: 'good' } : { key: 'broken', tone: 'bad' };
}
