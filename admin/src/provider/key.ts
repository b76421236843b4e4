/**
 * A fresh key for one intention of a person (Idempotency-Key): made when he opens a sheet, kept for every retry of it.
 * `crypto.randomUUID` exists only on https and localhost; an office reaches the console by plain http too.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
