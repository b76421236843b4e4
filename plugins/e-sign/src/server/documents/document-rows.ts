import { randomBytes } from 'node:crypto';
import type { Queryable } from '@linggong/core';
import { codeBytes, documentCode, type DocumentState } from '../../domain';

/** What is kept of a sealed document (已封存合同文件). */
export interface SealedDocument {
  readonly contractId: number;
  readonly fileId: string;
  /** sha256 (hex) of the whole file. */
  readonly fileSha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly sealedAt: Date;
  readonly level: 'B-B' | 'B-T';
}

export interface DocumentRow {
  readonly contractId: number;
  readonly code: string;
  readonly state: DocumentState;
}

/**
 * The documents of contracts, each with its code; what has none yet is given one. Codes are random, once for ever: the paper
 * that names one may be in somebody's hands.
 */
export async function documentsOf(db: Queryable, contractIds: readonly number[], at: Date): Promise<DocumentRow[]> {
  const codes = contractIds.map(() => documentCode(randomBytes(codeBytes)));
  await db.query(
    `INSERT INTO e_sign.documents (contract_id, code, made_at)
     SELECT g.contract_id, g.code, $3 FROM unnest($1::int[], $2::text[]) AS g(contract_id, code)
     ON CONFLICT (contract_id) DO NOTHING`,
    [contractIds, codes, at],
  );
  return db.query<DocumentRow>(
    `SELECT contract_id AS "contractId", code, state FROM e_sign.documents WHERE contract_id = ANY($1::int[])
     ORDER BY contract_id`,
    [contractIds],
  );
}

/** The sealed document of a contract; undefined where it is not sealed (yet). */
export async function sealedDocumentOf(db: Queryable, contractId: number): Promise<SealedDocument | undefined> {
  return db.maybeOne<SealedDocument>(
    `SELECT contract_id AS "contractId", file_id AS "fileId", file_hash AS "fileSha256", bytes, pages,
       sealed_at AS "sealedAt", level FROM e_sign.documents WHERE contract_id = $1 AND state = 'sealed'`,
    [contractId],
  );
}

/** Notes that a paper could not be made; it is tried again, later each time. `fault` is a code, never a person. */
export async function noteFault(db: Queryable, contractId: number, fault: string, at: Date): Promise<void> {
  await db.query(
    `UPDATE e_sign.documents SET attempts = attempts + 1, tried_at = $3, fault = $2
     WHERE contract_id = $1 AND state <> 'sealed'`,
    [contractId, fault, at],
  );
}
