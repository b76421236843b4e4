/** A row of `/api/console/destructions`. */
export interface DestructionRow {
  id: number;
  number: string;
  /** Of the retention schedule. */
  class: string;
  people: number;
  rows: number;
  actor: string;
  at: string;
  /** By the clock of the database; null where it was written before that was kept. */
  writtenAt: string | null;
}

/** Its detail: what was taken away of how many rows, and the numbers of those who are nobody now. */
export interface DestructionRecord extends DestructionRow {
  items: readonly { keeper: string; what: string; rows: number }[];
  subjects: readonly { number: string; lockedAt: string }[];
}
