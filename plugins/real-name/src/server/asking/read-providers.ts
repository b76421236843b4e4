import { vendorKinds, type IdentitySettings, type VendorName } from '@linggong/config';
import type { Queryable } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import type { IdentityProviderAnswer, IdentityProvidersAnswer } from '../../api';
import { questionKinds } from '../../domain';
import type { Chain } from './chain';

const READ = `
SELECT p.name, coalesce(s.circuit, 'closed') AS circuit, s.seen_at AS "seenAt", s.last_error_code AS "lastErrorCode",
  s.last_error_at AS "lastErrorAt", coalesce(d.calls, 0) AS "callsToday", coalesce(d.charged, 0) AS "chargedToday",
  coalesce(d.cost_fen, 0) AS "costTodayFen", coalesce(d.reserved_fen, 0) AS "reservedFen", d.cap_reached_at AS "capReachedAt"
FROM unnest($1::text[]) WITH ORDINALITY AS p(name, place)
LEFT JOIN real_name.provider_states s ON s.provider = p.name
LEFT JOIN real_name.provider_days d ON d.provider = p.name AND d.day = $2::date
ORDER BY p.place`;

type Seen = Omit<IdentityProviderAnswer, 'kinds' | 'isConfigured' | 'isInUse' | 'dailyCapFen'>;

function described(settings: IdentitySettings, chain: Chain, seen: Seen): IdentityProviderAnswer {
  const vendor = settings.vendors.find(({ name }) => name === seen.name);
  const isSandbox = seen.name === 'sandbox';
  return {
    ...seen,
    // Every other name comes from the table itself.
    kinds: isSandbox ? [...questionKinds] : [...vendorKinds[seen.name as VendorName]],
    isConfigured: isSandbox ? settings.isSandboxed : vendor !== undefined,
    isInUse: questionKinds.some((kind) => chain.order[kind].some(({ provider }) => provider.name === seen.name)),
    dailyCapFen: vendor?.dailyCapFen ?? null,
  };
}

/** Every vendor that the platform knows, with its state, today's calls and cost, and the order of asking; no credential. */
export async function readProviders(
  db: Queryable,
  settings: IdentitySettings,
  chain: Chain,
  now: Date,
): Promise<IdentityProvidersAnswer> {
  const names = [...(settings.isSandboxed ? ['sandbox'] : []), ...Object.keys(vendorKinds)];
  const rows = await db.query<Seen>(READ, [names, shanghaiDay(now)]);
  const waiting = await db.query<{ reason: 'daily-cap' | 'no-provider' | 'again'; count: number }>(
    `SELECT coalesce(waits_for, 'again') AS reason, count(*)::int AS count FROM real_name.pending_checks
     WHERE waits_for IS NOT NULL OR attempts > 0 GROUP BY 1`,
  );
  const namesOf = (kind: 'person' | 'card' | 'company'): string[] =>
    chain.order[kind].map(({ provider }) => provider.name);
  return {
    isSandboxed: settings.isSandboxed,
    order: { person: namesOf('person'), card: namesOf('card'), company: namesOf('company') },
    providers: rows.map((row) => described(settings, chain, row)),
    waiting: {
      'daily-cap': 0,
      'no-provider': 0,
      again: 0,
      ...Object.fromEntries(waiting.map((w) => [w.reason, w.count])),
    },
  };
}
