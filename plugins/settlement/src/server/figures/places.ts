import { tallySums, type Queryable, type TallySum, type TallyWish } from '@linggong/core';
import { provinces, type Text2 } from '@linggong/core/domain';

/** What there is in a province: its enterprises, and their money. */
export interface Place extends TallySum {
  /** Digits three and four of the credit codes (GB 32100); null where they name no province. */
  readonly code: string | null;
  readonly name: Text2;
  readonly enterprises: number;
}

const elsewhere: Text2 = { zh: '未标明', en: 'Not stated' };
const nothing: TallySum = { count: 0, grossFen: 0n, feeFen: 0n, taxFen: 0n, netFen: 0n };

/**
 * A kept figure by the province of the enterprises, the largest sum first. Where an enterprise is registered is asked of parties when it is read:
 * what it contributes is kept by itself alone.
 */
export async function placesOf(db: Queryable, wish: TallyWish): Promise<Place[]> {
  const enterprises = await db.query<{ id: string; code: string; active: boolean }>(
    `SELECT enterprise_id::text AS id, substr(uscc, 3, 2) AS code, state = 'active' AS active FROM parties.published_enterprise_facts`,
  );
  const sums = new Map((await tallySums(db, 'enterprise', wish)).map(({ key, ...sum }) => [key, sum]));
  const places = new Map<string | null, Place>();
  for (const { id, code, active } of enterprises) {
    const sum = sums.get(id);
    if (sum === undefined && !active) continue;
    const known = provinces[code] === undefined ? null : code;
    const place = places.get(known) ?? { code: known, name: provinces[code] ?? elsewhere, enterprises: 0, ...nothing };
    places.set(known, { ...added(place, sum ?? nothing), enterprises: place.enterprises + (active ? 1 : 0) });
  }
  return [...places.values()].sort(
    (one, other) => Number(other.netFen - one.netFen) || other.enterprises - one.enterprises,
  );
}

function added(place: Place, sum: TallySum): Place {
  return {
    ...place,
    count: place.count + sum.count,
    grossFen: place.grossFen + sum.grossFen,
    feeFen: place.feeFen + sum.feeFen,
    taxFen: place.taxFen + sum.taxFen,
    netFen: place.netFen + sum.netFen,
  };
}
