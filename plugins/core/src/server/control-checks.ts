import type { CheckName } from '@linggong/config';
import type { ControlState, Text2 } from '../domain';
import type { Queryable } from './database';

/** What a live check saw: never a state without its figure. */
export interface ControlLook {
  readonly state: ControlState;
  /** One sentence with the numbers, such as “2FA is on for every administrator: yes, 9 of 9”. Never personal data. */
  readonly figure: Text2;
  /** Page of the console that shows it in full. */
  readonly link?: string;
}

/**
 * A live check (实时核查) of a control of MLPS level 3. It reads; its statements run in a transaction that cannot write, each for two
 * seconds at most.
 */
export type ControlCheck = (db: Queryable, at: Date) => Promise<ControlLook>;

/** The checks of the plugins of this process, by the names of `config/src/security/controls`. */
export interface ControlChecks {
  /** @throws Error for a second check of a name */
  add(name: CheckName, check: ControlCheck): void;
  of(name: CheckName): ControlCheck | undefined;
}

export function createControlChecks(): ControlChecks {
  const known = new Map<CheckName, ControlCheck>();
  return {
    add(name, check) {
      if (known.has(name)) throw new Error(`there are two checks ${name}`);
      known.set(name, check);
    },
    of: (name) => known.get(name),
  };
}
