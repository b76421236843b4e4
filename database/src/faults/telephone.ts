import { readFileSync } from 'node:fs';
import path from 'node:path';
import { codeAt } from '@linggong/access';
import { totpSecretOf } from './world-order';

/** The authenticator app (动态口令应用) of somebody in a world of faults; it goes by the platform's clock. */
export interface Telephone {
  /** A code that was not typed before, or undefined until the next one shows. */
  nextCode(): string | undefined;
}

const stepMs = 30_000;

/** @param folder of the platform, in which its clock is moved */
export function createTelephone(folder: string, identifier: string): Telephone {
  const typed = new Set<number>();
  const secret = totpSecretOf(identifier);
  return {
    nextCode() {
      const nowMs = Date.now() + movedMs(folder);
      // The platform takes the code of now, the next and the last one.
      const at = [0, stepMs, -stepMs].map((offset) => nowMs + offset).find((ms) => !typed.has(Math.floor(ms / stepMs)));
      if (at === undefined) return undefined;
      typed.add(Math.floor(at / stepMs));
      return codeAt(secret, new Date(at));
    },
  };
}

function movedMs(folder: string): number {
  try {
    return Number(readFileSync(path.join(folder, 'clock'), 'utf8')) || 0;
  } catch {
    return 0; // it was never moved
  }
}
