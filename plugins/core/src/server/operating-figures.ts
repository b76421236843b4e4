import type { Day, Text2 } from '../domain';
import type { Queryable } from './database';

/** How a figure is counted: pieces, money in fen, hundredths of a percent, whole hours. */
export type FigureUnit = 'count' | 'fen' | 'basis-points' | 'hours';

/** What a module tells of how it runs (运行指标). */
export interface FigureDefinition {
  /** Kebab-case; the column of the statement bears it with underscores. */
  readonly key: string;
  readonly name: Text2;
  readonly unit: FigureUnit;
  readonly target?: { readonly kind: 'at-least' | 'at-most'; readonly value: number };
}

/** The figures of one module, told by one statement over its own rows. */
export interface FigureSource {
  readonly module: string;
  readonly name: Text2;
  /**
   * One row of whole numbers, a column a figure; null where there was nothing to be counted. `period` is the period: `from_day` and `after_day`,
   * its first day and the one after its last; `start_at` and `end_at`, the same as instants; `start_utc` and `end_utc`, as columns of content
   * types keep them.
   */
  readonly sql: string;
  readonly figures: readonly FigureDefinition[];
}

export interface OperatingFigures {
  /** @throws Error for a module that has told its figures already */
  register(source: FigureSource): void;
  /** In the order of their names. */
  sources(): FigureSource[];
}

export function createOperatingFigures(): OperatingFigures {
  const known = new Map<string, FigureSource>();
  return {
    register: (source) => {
      if (known.has(source.module)) throw new Error(`figures of ${source.module} are told twice`);
      known.set(source.module, source);
    },
    sources: () => [...known.values()].sort((one, other) => (one.module < other.module ? -1 : 1)),
  };
}

const PERIOD = `SELECT f.* FROM (SELECT $1::date AS from_day, $2::date AS after_day, $3::timestamptz AS start_at, $4::timestamptz AS end_at,
  $3::timestamptz AT TIME ZONE 'UTC' AS start_utc, $4::timestamptz AT TIME ZONE 'UTC' AS end_utc) period`;

/** The figures of a module in a period. @throws Error where its statement does not tell one of them */
export async function collectFigures(
  db: Queryable,
  { module, sql, figures }: Pick<FigureSource, 'module' | 'sql' | 'figures'>,
  { from, after, start, end }: { readonly from: Day; readonly after: Day; readonly start: Date; readonly end: Date },
): Promise<(FigureDefinition & { readonly value: bigint | null })[]> {
  const row = await db.one<Record<string, bigint | number | null>>(`${PERIOD} CROSS JOIN LATERAL (${sql}) f`, [
    from,
    after,
    start,
    end,
  ]);
  return figures.map((figure) => {
    const value = row[figure.key.replaceAll('-', '_')];
    if (value === undefined) throw new Error(`the statement of ${module} does not tell ${figure.key}`);
    return { ...figure, value: value === null ? null : BigInt(value) };
  });
}
