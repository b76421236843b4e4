import type { Text2 } from '../parts/text2';
import type { Tone } from '../parts/states';

/** What `GET /api/v1/mlps/controls` answers; its schema is in the plugin continuity. */
export type ControlState = 'met' | 'partly' | 'not-met' | 'unknown';

export interface Evidence {
  id: number;
  datedOn: string;
  until: string;
  text: string;
  state: 'in-force' | 'expired' | 'withdrawn';
  enteredBy: string;
  enteredAt: string;
  withdrawnBy: string | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
}

export interface Control {
  number: number;
  clause: Text2;
  name: Text2;
  how: Text2;
  state: ControlState;
  checks: { name: string; state: ControlState; figure: Text2; link: string | null }[];
  pages: { text: Text2; page: string | null }[];
  needs: Text2 | null;
  entries: Evidence[];
}

export interface Controls {
  at: string;
  counts: { met: number; partly: number; notMet: number; unknown: number };
  items: Control[];
}

/** What is counted on top, in the order in which it deserves a look, with the tone of its state. */
export const counted: readonly { key: keyof Controls['counts']; state: ControlState; tone: Tone }[] = [
  { key: 'notMet', state: 'not-met', tone: 'bad' },
  { key: 'partly', state: 'partly', tone: 'wait' },
  { key: 'unknown', state: 'unknown', tone: 'off' },
  { key: 'met', state: 'met', tone: 'good' },
];

/** An entry may hold a year and a month at most; the server says so again. */
export function lastDayOf(datedOn: string): string | undefined {
  const time = Date.parse(`${datedOn}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : new Date(time + 400 * 86_400_000).toISOString().slice(0, 10);
}
