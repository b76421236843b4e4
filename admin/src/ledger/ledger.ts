/** A row of `/api/console/ledger-accounts`. */
export type AccountRow = {
  id: number;
  code: string;
  nameZh: string;
  nameEn: string;
  subjectCode: string;
  subjectNameZh: string;
  subjectNameEn: string;
  kind: string;
  enterpriseId: number | null;
  enterpriseName: string | null;
  prepaid: boolean;
  debitFen: number;
  creditFen: number;
  balanceFen: number;
  heldFen: number;
  availableFen: number | null;
};

export type AccountRecord = AccountRow & { holds: HoldRow[] };

export type HoldRow = {
  id: number;
  key: string;
  reference: string | null;
  referenceNumber: string | null;
  amountFen: number;
  capturedFen: number;
  releasedFen: number;
  openedAt: string;
};

/** The two accounts of a posting, by code and by name. */
export type Sides = {
  sourceId: number;
  source: string;
  sourceNameZh: string | null;
  sourceNameEn: string | null;
  destinationId: number;
  destination: string;
  destinationNameZh: string | null;
  destinationNameEn: string | null;
};

/** A row of `/api/console/ledger-postings`: a positive amount from source (credited) to destination (debited). */
export type PostingRow = Sides & {
  id: number;
  transactionId: number;
  transactionKey: string;
  kind: string;
  reference: string | null;
  referenceNumber: string | null;
  line: number;
  enterpriseId: number | null;
  enterpriseName: string | null;
  amountFen: number;
  occurredAt: string;
};

/** A row of `/api/console/ledger-transactions`. */
export type TransactionRow = {
  id: number;
  key: string;
  kind: string;
  reference: string | null;
  referenceNumber: string | null;
  memo: string | null;
  reversesKey: string | null;
  enterpriseId: number | null;
  lines: number;
  movedFen: number;
  occurredAt: string;
  recordedAt: string;
  actor: string;
};

type EntryLine = Sides & { id: number; line: number; amountFen: number };

export type TransactionRecord = TransactionRow & {
  postings: Omit<EntryLine, 'id'>[];
  reversedBy: { key: string; reason: string } | null;
};
