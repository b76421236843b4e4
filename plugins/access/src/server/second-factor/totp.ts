import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';
import { isTimedCode } from '../../domain/recovery-code';

/** Seconds for which a code of RFC 6238 stands. */
export const stepSeconds = 30;

/** A new secret of 160 random bits, in base32 as authenticator apps take it. */
export function newSecret(): string {
  return generateSecret({ length: 20 });
}

/** What the QR code says: issuer, account and secret. @param label the identifier, which is never personal data */
export function secretUri(secret: string, label: string): string {
  return generateURI({ issuer: '灵工 Linggong', label, secret });
}

/** The code of a moment; for tests, the demo and whoever stands in for a telephone. */
export function codeAt(secret: string, at: Date): string {
  return generateSync({ secret, epoch: epochOf(at) });
}

/**
 * The time step (时间步) whose code this is, one step early or late included, since clocks of telephones differ; undefined where
 * it is no code of now.
 */
export function stepOf(secret: string, code: string, at: Date): number | undefined {
  // The library throws at anything but six digits; whoever types something else has typed a wrong code.
  if (!isTimedCode(code)) return undefined;
  const found = verifySync({ secret, token: code, epoch: epochOf(at), epochTolerance: stepSeconds });
  return found.valid && 'timeStep' in found ? found.timeStep : undefined;
}

function epochOf(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
