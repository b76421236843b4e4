import { maskPersonalText } from '@linggong/core/domain';
import { faultSummary } from '../../domain/fault-summary';

type Say = (...said: unknown[]) => unknown;

const levels = ['error', 'warn', 'info', 'http', 'verbose', 'debug', 'silly'] as const;

/**
 * Lets Strapi's log tell errors by their nature only, and texts without personal numbers. Strapi logs errors whole, and the
 * messages of drivers quote the statement's values.
 */
export function discreetLog(log: object): void {
  for (const level of levels) {
    const say: unknown = Reflect.get(log, level);
    if (typeof say !== 'function') continue;
    const discreet: Say = (...said) => Reflect.apply(say, log, said.map(told));
    Reflect.set(log, level, discreet);
  }
}

function told(said: unknown): unknown {
  if (said instanceof Error) return faultSummary(said);
  return typeof said === 'string' ? maskPersonalText(said) : said;
}
