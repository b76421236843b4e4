import { defineKind } from '../../kind';
import { tableChanges } from './changes';
import { evaluateTable } from './evaluate';
import { tableFaults } from './faults';
import { tableHints } from './hints';
import { tableInput } from './input';
import { decisionTable, type DecisionTable } from './shape';

/** Decision tables (决策表): risk, rating, routing, fees, channels. */
export const decisionTableKind = defineKind({
  kind: 'decision-table',
  name: { zh: '决策表', en: 'Decision table' },
  content: decisionTable,
  input: tableInput,
  blank: (): DecisionTable => ({ hitPolicy: 'first', columns: [], rows: [], otherwise: {} }),
  faults: tableFaults,
  hints: tableHints,
  changes: tableChanges,
  evaluate: evaluateTable,
});
