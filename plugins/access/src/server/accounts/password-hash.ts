import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default kind) at OWASP's 19 MiB; it runs in a thread of libuv, the event loop goes on. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash that no password has: it is checked where there is no account, so that both take the same time. */
let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), cost);
}

/** Makes the hash of nobody; called at the start, so that no sign-in waits for it. */
export async function prepareDecoy(): Promise<void> {
  await decoyHash();
}

/** True where the password is the one of the hash. Takes as long where there is no hash. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await decoyHash()), normalised(password));
  return passwordHash !== undefined && matches;
}

function decoyHash(): Promise<string> {
  return (decoy ??= hash('', cost));
}

/** Keyboards compose characters differently; the same password must stay the same. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}
