import { generateSync } from 'otplib';

const stepSeconds = 30;
const typed = new Map<string, Set<number>>();

/**
 * The code that an authenticator app shows for a secret. A code opens once, so that the next unused one is taken where somebody
 * signs in twice within its half minute; where none is left, he waits for it as people do.
 */
export async function nextCode(secret: string): Promise<string> {
  const used = typed.get(secret) ?? new Set<number>();
  typed.set(secret, used);
  for (;;) {
    const now = Math.floor(Date.now() / 1_000 / stepSeconds);
    // The platform takes the code of now, the next and the last one.
    const step = [now, now + 1, now - 1].find((one) => !used.has(one));
    if (step !== undefined) {
      used.add(step);
      return generateSync({ secret, epoch: step * stepSeconds });
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
