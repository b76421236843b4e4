import { timingSafeEqual } from 'node:crypto';
import type { EnrolmentRow } from '@linggong/audit/domain';
import { enrolmentProof, witnessKey } from '@linggong/config/audit';

/** Whether a connection's claim was made with the platform's secret (登记证明). @param secret LINGGONG_SECRET */
export function provenBy(secret: string): (row: EnrolmentRow) => boolean {
  const key = witnessKey(secret, 'witness-enrolment');
  return ({ pid, claimedMs, kind, proof }) => {
    const right = enrolmentProof(key, { pid, atMs: claimedMs, kind });
    return proof.length === right.length && timingSafeEqual(proof, right);
  };
}
