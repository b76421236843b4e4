import type { AskedConsent } from '@linggong/parties/api';
import { isRecord } from '../provider/problem';

/** What lets a registration go on after its page was loaded anew: its word, where it stood and what was agreed to; nothing of the person. */
export interface Begun {
  /** The word that the server knows it by. */
  readonly registration: string;
  readonly step: 'phone' | 'consents' | 'identity' | 'account';
  readonly asked: readonly AskedConsent[];
  /** Purposes that were agreed to. */
  readonly agreed: readonly string[];
  /** When the server forgets it, in milliseconds of the epoch. */
  readonly until: number;
}

const place = 'linggong.registration';
const steps: readonly unknown[] = ['phone', 'consents', 'identity', 'account'];

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function isBegun(value: unknown): value is Begun {
  if (!isRecord(value) || typeof value['registration'] !== 'string' || typeof value['until'] !== 'number') return false;
  return steps.includes(value['step']) && Array.isArray(value['asked']) && Array.isArray(value['agreed']);
}

/** The registration that was begun in this tab, while the server still knows it. */
export function readBegun(tab: Place, now: number): Begun | undefined {
  try {
    const stored: unknown = JSON.parse(tab.getItem(place) ?? 'null');
    if (isBegun(stored) && stored.until > now) return stored;
  } catch {
    // Whatever lies there is none of ours.
  }
  tab.removeItem(place);
  return undefined;
}

/** Keeps it for this tab alone; what is not named in `Begun` is not kept. */
export function keepBegun(tab: Place, { registration, step, asked, agreed, until }: Begun): void {
  tab.setItem(place, JSON.stringify({ registration, step, asked, agreed, until }));
}

export function dropBegun(tab: Place): void {
  tab.removeItem(place);
}
