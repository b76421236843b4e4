import { Problem, problem, type Day, type Fen } from '@linggong/core/domain';
import { advance, type Advance } from './advance';
import { EMPTY_CUMULATION, type Cumulation } from './cumulation';
import { grossUp } from './gross-up';
import type { TaxTables } from './parameters';
import type { Payment } from './payment';
import { platformChoice, type Regime, type Rules } from './rules';
import { rulesSource, type RulesOn } from './rules-source';

/** A payment of a batch, and whose it is. */
export interface BatchLine extends Payment {
  readonly workerId: number;
  readonly regime: Regime;
  /** The enterprise bears the tax (包税): the gross is found that gives this net, and takes the place of `grossFen`. */
  readonly promisedNetFen?: Fen;
}

export type LineOutcome<L> =
  | { readonly ok: true; readonly line: L; readonly advance: Advance }
  | { readonly ok: false; readonly line: L; readonly problem: Problem };

/** Where the state of a worker under a regime is kept between payments. */
export type StateMap = Map<string, Cumulation>;

export function stateKey({ workerId, regime }: Pick<BatchLine, 'workerId' | 'regime'>): string {
  return `${workerId}/${regime}`;
}

/**
 * Computes lines in their order, each on top of the state that the lines of the same worker before it left in `states` (which
 * it changes). A line that cannot be computed changes nothing; its problem is its outcome.
 */
export function advanceBatch<L extends BatchLine>(
  lines: readonly L[],
  states: StateMap,
  rulesOf: RulesOf,
): LineOutcome<L>[] {
  return lines.map((line) => {
    const key = stateKey(line);
    try {
      const next = advanceLine(states.get(key) ?? EMPTY_CUMULATION, line, rulesOf(line.regime));
      states.set(key, next.state);
      return { ok: true, line, advance: next };
    } catch (error) {
      if (error instanceof Problem) return { ok: false, line, problem: error };
      throw error;
    }
  });
}

function advanceLine(state: Cumulation, line: BatchLine, rules: Rules): Advance {
  if (line.promisedNetFen === undefined) return advance(state, line, rules);
  const found = grossUp(state, line, line.promisedNetFen, rules);
  if (found === undefined) throw noGross();
  return found;
}

function noGross(): Problem {
  return problem(422, 'tax-gross-up', {
    zh: '没有能得出该税后金额的税前金额，请核对金额',
    en: 'No gross amount gives this net; check the amount',
  });
}

/** Rules by regime, of the day that the caller means. */
export type RulesOf = (regime: Regime) => Rules;

/** Rules of any day and regime, each compiled once. */
export function rulesLibrary(tables: TaxTables): (regime: Regime) => RulesOn {
  const sources = new Map<Regime, RulesOn>();
  return (regime) => {
    const source = sources.get(regime) ?? rulesSource(tables, platformChoice(regime));
    sources.set(regime, source);
    return source;
  };
}

/** Rules of one day by regime. */
export function rulesOfDay(tables: TaxTables, day: Day): RulesOf {
  const library = rulesLibrary(tables);
  return (regime) => library(regime)(day);
}

/** Rows of each worker and regime, in their order. */
export function byState<R extends Pick<BatchLine, 'workerId' | 'regime'>>(rows: readonly R[]): Map<string, R[]> {
  const grouped = new Map<string, R[]>();
  for (const row of rows) {
    const known = grouped.get(stateKey(row));
    if (known) known.push(row);
    else grouped.set(stateKey(row), [row]);
  }
  return grouped;
}
