import { createHash, timingSafeEqual } from 'node:crypto';
import type { Keys, SeenRequest } from '@linggong/database/testing';

const SECONDS_OFF_MAX = 300;
const isFresh = (seconds: number, nowMs: number): boolean => Math.abs(nowMs / 1_000 - seconds) <= SECONDS_OFF_MAX;
const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
const headerOf = ({ request }: SeenRequest, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

/** 企查查: `Token` is the MD5 of key, `Timespan` and secret in capitals. @returns the status with which it refuses */
export function qichachaFault(seen: SeenRequest, keys: Keys, nowMs: number): string | undefined {
  const key = seen.url.searchParams.get('key');
  if (key !== keys.id) return '101';
  const timespan = headerOf(seen, 'timespan');
  if (!/^\d{10}$/.test(timespan) || !isFresh(Number(timespan), nowMs)) return '107';
  const token = createHash('md5').update(`${key}${timespan}${keys.secret}`).digest('hex').toUpperCase();
  return same(token, headerOf(seen, 'token')) ? undefined : '107';
}

/** 天眼查: the token itself, without «Bearer». @returns the code with which it refuses */
export function tianyanchaFault(seen: SeenRequest, token: string): string | undefined {
  return headerOf(seen, 'authorization') === token ? undefined : '300009';
}
