import type { DecisionTable } from '@linggong/studio/domain';

/** Tables less the rows that somebody is let off: each is compiled once, as long as its table is in use. */
const lesser = new WeakMap<DecisionTable, Map<string, DecisionTable>>();

/** The table that is left for whoever is let off some of its rows (豁免、静默): the next that hits decides. */
export function tableWithout(table: DecisionTable, without: readonly string[]): DecisionTable {
  const skipped = table.rows.filter(({ id }) => without.includes(id)).map(({ id }) => id);
  if (skipped.length === 0) return table;
  const known = lesser.get(table) ?? new Map<string, DecisionTable>();
  lesser.set(table, known);
  const less = known.get(skipped.join(' ')) ?? { ...table, rows: table.rows.filter(({ id }) => !skipped.includes(id)) };
  known.set(skipped.join(' '), less);
  return less;
}
