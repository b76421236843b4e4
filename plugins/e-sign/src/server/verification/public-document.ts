import type { Queryable } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { PublicDocument } from '../../api';
import { documentStatus, type ContractState } from '../../domain';

interface Row extends Omit<PublicDocument, 'status' | 'certificate' | 'title' | 'institution'> {
  state: ContractState;
  wasSigned: boolean;
  titleZh: string;
  titleEn: string;
  institution: { zh: string; en: string };
  serial: string | null;
  subject: string | null;
  fingerprint: string | null;
  origin: 'generated' | 'configured' | null;
  certificateTo: Date | null;
}

const select = `
  SELECT c.number AS "contractNumber", c.kind, t.title_zh AS "titleZh", t.title_en AS "titleEn",
    x.facts->'platformName' AS institution, c.state, c.signed_at IS NOT NULL AS "wasSigned", c.valid_from AS "validFrom",
    c.valid_to AS "validTo", d.sealed_at AS "sealedAt", d.level, d.pages, c.text_hash AS "textSha256",
    d.file_hash AS "fileSha256", s.serial, s.subject, s.fingerprint, s.origin, s.valid_to AS "certificateTo"
  FROM e_sign.documents d
    JOIN public.contracts c ON c.id = d.contract_id
    JOIN public.contract_templates t ON t.id = c.template_id
    JOIN e_sign.contract_texts x ON x.contract_id = c.id
    LEFT JOIN e_sign.seal_certificates s ON s.id = d.certificate_id`;

const keys = {
  code: 'd.code = $1',
  file: 'd.file_hash = $1',
  signature: 'd.signature_hash = $1',
  original: `d.contract_id = (SELECT s.contract_id FROM e_sign.signer_evidence s WHERE s.file_sha256 = $1
    AND s.method = 'provider' ORDER BY s.id LIMIT 1)`,
} as const;

/** The document that a code, a whole file, a signature or the signed original of a service belongs to, without anything about persons. */
export async function publicDocumentBy(
  db: Queryable,
  key: keyof typeof keys,
  value: string,
  at: Date,
): Promise<PublicDocument | undefined> {
  const row = await db.maybeOne<Row>(`${select} WHERE ${keys[key]}`, [value]);
  return row && documentOf(row, at);
}

function documentOf(row: Row, at: Date): PublicDocument {
  const { state, wasSigned, titleZh, titleEn, serial, subject, fingerprint, origin, certificateTo, ...facts } = row;
  const { validFrom, validTo } = facts;
  const certificate =
    serial === null || subject === null || fingerprint === null || origin === null || certificateTo === null
      ? null
      : { serial, subject, fingerprint, origin, validTo: certificateTo };
  return {
    ...facts,
    title: { zh: titleZh, en: titleEn },
    status: documentStatus({ state, wasSigned, validFrom, validTo }, shanghaiDay(at)),
    certificate,
  };
}

/** Is it, byte for byte, what an e-signature service gave as the signed original of a contract? By its sha256 (hex). */
export async function isSignedOriginal(db: Queryable, fileSha256: string): Promise<boolean> {
  const rows = await db.query(`SELECT 1 FROM e_sign.signed_files WHERE sha256 = $1 AND kind = 'provider' LIMIT 1`, [
    fileSha256,
  ]);
  return rows.length > 0;
}
