import type { Command, Queryable, Tx } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import { sandboxProves, whatItProves, type SigningMethod } from '../../domain';
import type { Reader } from '../party';
import type { FileSignature } from '../providers/signature-provider';
import { isSharedFile } from './signed-files';

/** What shows a signature beside the consent. */
export interface Proof {
  /** The scan of the paper, or the file that was signed at a service. */
  readonly signedFile?: { readonly id: bigint; readonly sha256: string };
  readonly provider?: ProviderProof;
  /** When it was signed, where that is not now. */
  readonly signedAt?: Date;
}

export interface ProviderProof {
  readonly name: string;
  readonly flowId: string;
  readonly requestId: bigint;
  readonly sourceSha256: string | null;
  readonly signature: FileSignature;
}

/** Writes down how contracts were signed. Append-only; one row a contract, set-based. */
export async function recordEvidence(
  tx: Tx,
  { at, traceId }: Command,
  contractIds: readonly number[],
  method: SigningMethod,
  { signedFile, provider, signedAt }: Proof,
): Promise<void> {
  const signature = provider?.signature;
  await tx.query(
    `INSERT INTO e_sign.signer_evidence (contract_id, method, text_hash, signed_at, file_sha256, signed_file, source_sha256,
       provider, flow_id, request_id, certificate_serial, certificate_issuer, time_stamp, time_stamp_source,
       recorded_at, trace_id)
     SELECT c.id, $2, c.text_hash, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
     FROM public.contracts c WHERE c.id = ANY($1::int[]) ORDER BY c.id`,
    [
      contractIds,
      method,
      signature?.signedAt ?? signedAt ?? at,
      signedFile?.sha256 ?? null,
      signedFile?.id ?? null,
      provider?.sourceSha256 ?? null,
      provider?.name ?? null,
      provider?.flowId ?? null,
      provider?.requestId ?? null,
      signature?.certificateSerial ?? null,
      signature?.certificateIssuer ?? null,
      signature?.timeSource === undefined ? null : signature.signedAt,
      signature?.timeSource ?? null,
      at,
      traceId,
    ],
  );
}

export interface Evidence {
  readonly method: SigningMethod;
  readonly proves: Text2;
  readonly signedAt: Date;
  readonly textSha256: string;
  readonly fileSha256: string | null;
  readonly sourceSha256: string | null;
  readonly provider: string | null;
  readonly flowId: string | null;
  readonly certificateSerial: string | null;
  readonly certificateIssuer: string | null;
  readonly timeStamp: Date | null;
  readonly timeStampSource: string | null;
  readonly reportRef: string | null;
  readonly recordedAt: Date;
  /** There is a scan or a signed file that the reader may have. */
  readonly hasFile: boolean;
}

const fileFor: Readonly<Record<Reader, string>> = {
  staff: 's.signed_file IS NOT NULL',
  party: `s.signed_file IS NOT NULL AND NOT ${isSharedFile}`,
  other: 'false',
};

/** Evidence of a contract, oldest first, with what each manner proves in words. */
export async function evidenceOf(db: Queryable, contractId: number, reader: Reader): Promise<Evidence[]> {
  const rows = await db.query<Omit<Evidence, 'proves'>>(
    `SELECT s.method, s.signed_at AS "signedAt", s.text_hash AS "textSha256", s.file_sha256 AS "fileSha256",
       s.source_sha256 AS "sourceSha256", s.provider, s.flow_id AS "flowId", s.certificate_serial AS "certificateSerial",
       s.certificate_issuer AS "certificateIssuer", s.time_stamp AS "timeStamp", s.time_stamp_source AS "timeStampSource",
       coalesce(s.report_ref, r.report_ref) AS "reportRef", s.recorded_at AS "recordedAt", ${fileFor[reader]} AS "hasFile"
     FROM e_sign.signer_evidence s LEFT JOIN e_sign.signature_requests r ON r.id = s.request_id
     WHERE s.contract_id = $1 ORDER BY s.id`,
    [contractId],
  );
  return rows.map((row) => ({ ...row, proves: row.provider === 'sandbox' ? sandboxProves : whatItProves[row.method] }));
}
