import type { Queryable } from '@linggong/core';
import type { PaperSignature } from './paper';

type SignatureRow = PaperSignature & { contractId: number };

const fromConsents = `
  SELECT contract_id AS "contractId", method, at, NULL AS provider, NULL AS "certificateSerial",
    NULL::timestamptz AS "timeStamp", NULL AS "fileSha256"
  FROM e_sign.consents WHERE act = 'sign' AND contract_id = ANY($1::int[]) ORDER BY id`;

const fromEvidence = `
  SELECT contract_id AS "contractId", method, signed_at AS at, provider, certificate_serial AS "certificateSerial",
    time_stamp AS "timeStamp", file_sha256 AS "fileSha256"
  FROM e_sign.signer_evidence WHERE contract_id = ANY($1::int[]) ORDER BY id`;

/** How contracts were signed: by the evidence of each signature where it is kept, else by the consents. */
export async function signaturesOf(
  db: Queryable,
  contractIds: readonly number[],
): Promise<ReadonlyMap<number, readonly PaperSignature[]>> {
  const { kept } = await db.one<{ kept: boolean }>(`SELECT to_regclass('e_sign.signer_evidence') IS NOT NULL AS kept`);
  const consents = await db.query<SignatureRow>(fromConsents, [contractIds]);
  const evidence = kept ? await db.query<SignatureRow>(fromEvidence, [contractIds]) : [];
  return new Map([...byContract(consents), ...byContract(evidence)]);
}

function byContract(rows: readonly SignatureRow[]): Map<number, PaperSignature[]> {
  const found = new Map<number, PaperSignature[]>();
  for (const { contractId, ...signature } of rows) {
    const known = found.get(contractId);
    if (known) known.push(signature);
    else found.set(contractId, [signature]);
  }
  return found;
}
