import { createHmac, hkdfSync } from 'node:crypto';

/** What a connection of the platform says of itself: it serves, or it migrates. */
export type EnrolmentKind = 'serve' | 'migrate';

export interface EnrolmentClaim {
  /** Process number of the connection's server process. */
  readonly pid: number;
  /** When the connection was made, in ms since 1970 by the caller's clock. */
  readonly atMs: number;
  readonly kind: EnrolmentKind;
}

/** What the driver's client offers of a connection. */
export interface Enrollable {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/** Before the schema exists (a first migration), and where the function is not granted, there is nothing to enrol with. */
const notThere = ['42883', '3F000', '42501'];

/**
 * A secret of its own, derived from the root secret of the installation (LINGGONG_SECRET). The database does not know it.
 * @param purpose `witness-enrolment` or `witness-columns`
 */
export function witnessKey(rootSecret: string, purpose: 'witness-enrolment' | 'witness-columns'): Buffer {
  return Buffer.from(hkdfSync('sha256', rootSecret, 'linggong', purpose, 32));
}

/** Proof that a connection was made by a process of the platform, and not with its stolen password. 32 bytes. */
export function enrolmentProof(key: Buffer, { pid, atMs, kind }: EnrolmentClaim): Buffer {
  return createHmac('sha256', key).update(`${pid}:${atMs}:${kind}`).digest();
}

/**
 * Enrols a fresh connection, so that the witness of the write-ahead log tells its transactions from those of others. One statement a
 * connection, none a transaction. Without LINGGONG_SECRET nothing is claimed.
 * @throws what the driver throws when the connection is gone
 */
export async function enrolConnection(
  connection: Enrollable,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const secret = variables['LINGGONG_SECRET'];
  // The driver has learned it in the handshake; its types do not tell.
  const pid: unknown = Reflect.get(connection, 'processID');
  if (!secret || typeof pid !== 'number') return;
  const kind = variables['LINGGONG_ROLE'] === 'migrate' ? 'migrate' : 'serve';
  const claim: EnrolmentClaim = { pid, atMs: Date.now(), kind };
  const proof = enrolmentProof(witnessKey(secret, 'witness-enrolment'), claim);
  await connection
    .query('SELECT audit.enrol($1, $2, $3, $4)', [pid, claim.atMs, kind, proof])
    .catch((error: unknown) => {
      const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
      if (!notThere.includes(String(code))) throw error;
    });
}
