/** A row of `/api/console/jobs`. */
export type JobRow = {
  id: string;
  name: string;
  state: string;
  stage: string | null;
  done: number;
  total: number;
  attempt?: number;
  attempts?: number;
  problem?: unknown;
  result?: unknown;
  actor?: string | null;
  /** The settlement batch that it works on. */
  batchId?: number | null;
  createdAt: string;
  startedAt?: string | null;
  finishedAt: string | null;
};

/** Seconds that it ran; undefined before it has ended. */
export function secondsOf({
  startedAt,
  createdAt,
  finishedAt,
}: Pick<JobRow, 'startedAt' | 'createdAt' | 'finishedAt'>): number | undefined {
  if (finishedAt === null) return undefined;
  const from = Date.parse(startedAt ?? createdAt);
  const ms = Date.parse(finishedAt) - from;
  return Number.isFinite(ms) && ms >= 0 ? Math.round(ms / 100) / 10 : undefined;
}

/** The counts of a result that have words in the console; what else a job hands on is not for people. */
export function resultCounts(result: unknown): { name: string; count: number }[] {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return [];
  return Object.entries(result).flatMap(([name, count]: [string, unknown]) =>
    resultNames.some((known) => known === name) && typeof count === 'number' ? [{ name, count }] : [],
  );
}

export const resultNames = ['done', 'refused', 'quoteVersion', 'rows', 'paid', 'failed'] as const;
