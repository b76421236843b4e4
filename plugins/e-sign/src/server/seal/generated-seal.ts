import { record, recordRead } from '@linggong/audit';
import type { Command, Database, Tx } from '@linggong/core';
import { ownBytes, type Vault } from '@linggong/vault';
import { activeGenerated, insertCertificate, retireGenerated, type SealCertificate } from './certificate-rows';
import { makeCertificate } from './make-certificate';
import type { ActiveSeal } from './active-seal';

/** A generated certificate is succeeded this long before its end: what it seals until then outlives nothing by surprise. */
export const renewBeforeDays = 90;

type Files = Pick<Vault, 'putFile' | 'getFile'>;

/** The platform's own certificate; made where there is none, and where the one there is nears its end. Several processes make one. */
export async function generatedSeal(db: Database, vault: Files, command: Command): Promise<ActiveSeal> {
  return db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('e-sign.seal-certificate'))`);
    const active = await activeGenerated(tx);
    if (active?.keyFile == null || !isUsable(active, command.at)) return succeed(tx, vault, command);
    const subject = { kind: 'seal-certificate', id: active.id };
    const reading = await recordRead(tx, command, { purpose: 'seal-key', kinds: ['file'], subject });
    const privateKey = await allOf(vault.getFile(active.keyFile, reading));
    return seal(active, privateKey, active.certificate);
  });
}

function isUsable({ validFrom, validTo }: SealCertificate, at: Date): boolean {
  return validFrom <= at && validTo.getTime() - renewBeforeDays * 86_400_000 > at.getTime();
}

/** A new certificate takes over; the one before seals nothing more, and stays known for verification. */
async function succeed(tx: Tx, vault: Files, command: Command): Promise<ActiveSeal> {
  const { certificate: der, privateKey } = await makeCertificate(command.at);
  const about = { kind: 'seal-key', contentType: 'application/pkcs8', subject: 'platform' };
  const { id } = await vault.putFile(tx, about, ownBytes(privateKey));
  await retireGenerated(tx, command.at);
  const certificate = await insertCertificate(tx, 'generated', der, id, command.at);
  await record(tx, command, {
    action: 'seal-certificate.make',
    subject: { kind: 'seal-certificate', id: certificate.id },
    after: { origin: 'generated', validTo: certificate.validTo.toISOString() },
  });
  return seal(certificate, privateKey, der);
}

function seal(certificate: SealCertificate, privateKey: Uint8Array, der: Uint8Array): ActiveSeal {
  const { fingerprint } = certificate;
  return { certificate, key: { kind: 'generated', fingerprint, privateKey, certificate: new Uint8Array(der) } };
}

async function allOf(parts: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const read: Buffer[] = [];
  for await (const part of parts) read.push(part);
  return new Uint8Array(Buffer.concat(read));
}
