import type { Browser } from 'playwright-core';
import { chineseLook, chineseLookAround } from './look';
import { signIn, type Screen, type Session } from './session';
import type { Platform } from './start-platform';
import { journey } from './steps';

/** Where the journeys of the roles are played: one platform, and each role at his own browser. */
export interface Stage {
  readonly platform: () => Platform;
  readonly browser: () => Browser;
  /** Signs in when he first acts, and goes on where he was. */
  as(role: string, screen?: Screen): Promise<Session>;
  /** Looks at the page of a session and keeps its picture. */
  seen(session: Session, name: string): Promise<void>;
  /** The same, and once more in a window as narrow as a phone; nothing is typed there that could be lost. */
  seenTwice(session: Session, name: string): Promise<void>;
  step(name: string, work: () => Promise<void>): void;
}

/** @param opened the platform and the browser once the steps run */
export function stageOf(opened: () => { platform: Platform; browser: Browser }): Stage {
  const people = new Map<string, Promise<Session>>();
  const [browser, platform] = [() => opened().browser, () => opened().platform];
  const { seen, step } = journey('roles', chineseLook(), browser);
  const { seen: seenTwice } = journey('roles', chineseLookAround(), browser);
  return {
    platform,
    browser,
    as: (role, screen = 'desk') => {
      const session = people.get(role) ?? signIn(browser(), platform(), role, screen);
      people.set(role, session);
      return session;
    },
    seen,
    seenTwice,
    step,
  };
}
