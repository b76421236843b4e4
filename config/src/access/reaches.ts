import type { Role } from './roles';
import type { Reach } from './rule';

/** Every row, for each of these roles. */
export function all<R extends Role>(...named: R[]): Record<R, Extract<Reach, 'all'>> {
  return reaching('all', named);
}

/** Only their own rows, for each of these roles. */
export function own<R extends Role>(...named: R[]): Record<R, Extract<Reach, 'own'>> {
  return reaching('own', named);
}

/** Only what waits for their decision or was decided by them, for each of these roles. */
export function queue<R extends Role>(...named: R[]): Record<R, Extract<Reach, 'queue'>> {
  return reaching('queue', named);
}

function reaching<R extends Role, K extends Reach>(reach: K, named: readonly R[]): Record<R, K> {
  // Object.fromEntries forgets its keys; they are exactly those that were named.
  return Object.fromEntries(named.map((role) => [role, reach])) as Record<R, K>;
}
