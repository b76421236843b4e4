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
> & { workerNumber: string | null };

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

/** Its detail: the template, every consent, what proves the signature, and how it can be signed. */
export type ContractRecord = Contract & {
  templateTitle: Text2;
  consentAddress: string | null;
  consents: Consent[];
  evidence: Evidence[];
  /** The latest request to an e-signature service. */
  request: SignatureRequest | null;
  signing: { code: 'off' | 'optional' | 'required'; provider: string | null };
};

/** It is being signed at a service: there, and nowhere else. */
export const isAtService = ({ request }: ContractRecord): boolean =>
  request !== null && ['waiting', 'opening', 'open'].includes(request.state);
