import { X509Certificate } from 'node:crypto';
import type { Queryable } from '@linggong/core';
import { fingerprintOf } from '../verification/verify-seal';

/** A certificate that documents are or were sealed with (平台封存证书). */
export interface SealCertificate {
  readonly id: number;
  readonly origin: 'generated' | 'configured';
  readonly serial: string;
  readonly subject: string;
  readonly fingerprint: string;
  readonly keyFile: string | null;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly retiredAt: Date | null;
}

const columns = `id, origin, serial, subject, fingerprint, key_file AS "keyFile", valid_from AS "validFrom",
  valid_to AS "validTo", retired_at AS "retiredAt"`;

/** Youngest first. */
export async function sealCertificates(db: Queryable): Promise<SealCertificate[]> {
  return db.query<SealCertificate>(`SELECT ${columns} FROM e_sign.seal_certificates ORDER BY id DESC`);
}

export async function activeGenerated(db: Queryable): Promise<(SealCertificate & { certificate: Buffer }) | undefined> {
  return db.maybeOne<SealCertificate & { certificate: Buffer }>(
    `SELECT ${columns}, certificate FROM e_sign.seal_certificates WHERE origin = 'generated' AND retired_at IS NULL`,
  );
}

/** Writes a certificate down, once; gives its row. */
export async function insertCertificate(
  db: Queryable,
  origin: SealCertificate['origin'],
  der: Uint8Array,
  keyFile: string | null,
  at: Date,
): Promise<SealCertificate> {
  const read = new X509Certificate(der);
  const fingerprint = fingerprintOf(der);
  await db.query(
    `INSERT INTO e_sign.seal_certificates
       (origin, serial, subject, fingerprint, certificate, key_file, valid_from, valid_to, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (fingerprint) DO NOTHING`,
    [
      origin,
      read.serialNumber.toLowerCase(),
      read.subject.replaceAll('\n', ', '),
      fingerprint,
      der,
      keyFile,
      new Date(read.validFrom),
      new Date(read.validTo),
      at,
    ],
  );
  return db.one<SealCertificate>(`SELECT ${columns} FROM e_sign.seal_certificates WHERE fingerprint = $1`, [
    fingerprint,
  ]);
}

export async function retireGenerated(db: Queryable, at: Date): Promise<void> {
  await db.query(
    `UPDATE e_sign.seal_certificates SET retired_at = $1 WHERE origin = 'generated' AND retired_at IS NULL`,
    [at],
  );
}
