import type { ContractAnswer, EvidenceAnswer, RequestAnswer } from '@linggong/e-sign/api';
import type { Text2 } from '../parts/text2';
import type { Wire } from '../parts/wire';

type Contract = Wire<ContractAnswer>;

/** A row of `/api/console/contracts`. */
export type ContractRow = Pick<
  Contract,
  | 'id'
  | 'number'
  | 'kind'
  | 'enterpriseId'
  | 'enterpriseName'
  | 'workerId'
  | 'workerName'
  | 'scenarios'
  | 'validFrom'
  | 'validTo'
  | 'state'
  | 'sentAt'
  | 'signedAt'
> & { workerNumber: string | null; documentState: DocumentState };

/** How far the document of a contract is; `none` before the signature. */
export type DocumentState = 'none' | 'waiting' | 'faulty' | 'sealed';

/** Its paper, once it has a code: sealed, or why not yet. */
export interface ContractPaper {
  sealedAt: string | null;
  pages: number | null;
  level: 'B-B' | 'B-T' | null;
  fileSha256: string | null;
  /** A code, with the code points of characters that no font has. */
  fault: string | null;
  code: string;
}

export interface Consent {
  party: string;
  act: string;
  method: string;
  at: string;
  address: string | null;
  textSha256: string;
  actorName: string;
}

export type Evidence = Wire<EvidenceAnswer>;
export type SignatureRequest = Wire<RequestAnswer>;

/** Its detail: the template, every consent, what proves the signature, how it can be signed, and its paper. */
export type ContractRecord = Contract & {
  templateTitle: Text2;
  consentAddress: string | null;
  consents: Consent[];
  evidence: Evidence[];
  /** The latest request to an e-signature service. */
  request: SignatureRequest | null;
  signing: { code: 'off' | 'optional' | 'required'; provider: string | null };
  documentState: DocumentState;
  document: ContractPaper | null;
};

/** It is being signed at a service: there, and nowhere else. */
export const isAtService = ({ request }: ContractRecord): boolean =>
  request !== null && ['waiting', 'opening', 'open'].includes(request.state);
