/** A row of `/api/console/findings`. */
export interface FindingRow {
  id: number;
  audit: string;
  kind: string;
  owner: string;
  state: string;
  differences: number;
  timesSeen: number;
  samples: string[];
  firstSeenAt: string;
  lastSeenAt: string;
  acknowledgedBy: string | null;
  endedAt: string | null;
  endedBy: string | null;
  endReason: string | null;
  auditRanAt: string | null;
  auditCompared: number | null;
}

export interface FindingRecord extends FindingRow {
  steps: { step: string; at: string; actor: string; reason: string | null; differences: number | null }[];
}

/** What its owner may do with it; the server decides again. */
export function actionsOf(state: string): ('acknowledge' | 'resolve')[] {
  if (state === 'open' || state === 'recurring') return ['acknowledge', 'resolve'];
  return state === 'acknowledged' ? ['resolve'] : [];
}
