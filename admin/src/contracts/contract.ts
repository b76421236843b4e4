import type { Text2 } from '../parts/text2';

/** A row of `/api/console/contracts`. */
export type ContractRow = {
  id: number;
  number: string;
  kind: string;
  state: string;
  enterpriseId: number | null;
  enterpriseName: string | null;
  workerId: number | null;
  workerName: string | null;
  validFrom: string | null;
  validTo: string | null;
  sentAt: string | null;
  signedAt: string | null;
};

/** Its detail: the text that was agreed to, and how consent was given. */
export type ContractRecord = ContractRow & {
  stateReason: string | null;
  textSha256: string | null;
  consentMethod: string | null;
  consentAddress: string | null;
  templateTitle?: Text2;
  scenarios?: readonly string[];
};
