import { faultSummary } from '../../domain/fault-summary';

type Say = (...said: unknown[]) => unknown;

/**
 * Lets Strapi's log tell errors by their nature only. Strapi logs them whole, and the messages of drivers quote the statement's
 * values.
 */
export function discreetLog(log: object): void {
  for (const level of ['error', 'warn'] as const) {
    const say: unknown = Reflect.get(log, level);
    if (typeof say !== 'function') continue;
    const discreet: Say = (...said) => Reflect.apply(say, log, said.map(told));
    Reflect.set(log, level, discreet);
  }
}

function told(said: unknown): unknown {
  return said instanceof Error ? faultSummary(said) : said;
}
