import { isIPv6 } from 'node:net';

export interface RateLimit {
  /** Takes one call of that address; gives the seconds to wait where it has none left. */
  take(address: string, nowMs: number): number | undefined;
}

interface Bucket {
  /** Time saved up, in milliseconds: a call costs what passes between two calls at the steady rate. */
  savedMs: number;
  atMs: number;
}

/** Addresses remembered; the one that called longest ago is forgotten first. */
const addressesMax = 10_000;

/**
 * So many calls at once from an address, and so many more each minute. Counted in this process: several processes allow as many
 * times more, which still keeps one address from filling them.
 */
export function createRateLimit({ burst, perMinute }: { burst: number; perMinute: number }): RateLimit {
  const buckets = new Map<string, Bucket>();
  const costMs = 60_000 / perMinute;
  return {
    take: (address, nowMs) => {
      const key = networkOf(address);
      const known = buckets.get(key) ?? { savedMs: burst * costMs, atMs: nowMs };
      const savedMs = Math.min(burst * costMs, known.savedMs + Math.max(0, nowMs - known.atMs));
      const isAllowed = savedMs >= costMs;
      // Set anew, so that the map stays in the order of the last call.
      buckets.delete(key);
      buckets.set(key, { savedMs: isAllowed ? savedMs - costMs : savedMs, atMs: nowMs });
      if (buckets.size > addressesMax) buckets.delete(buckets.keys().next().value ?? '');
      return isAllowed ? undefined : Math.ceil((costMs - savedMs) / 1_000);
    },
  };
}

/** Who is taken for one caller: one customer has a whole /64 of IPv6 to call from. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return [...first, ...(address.includes('::') ? zeros : []), ...last].slice(0, 4).join(':');
}
