import type { matrix as chinese } from '../zh/matrix';
import type { Same } from '../same';

export const matrix: Same<typeof chinese> = {
  matrix: {
    fields: 'Fields that some roles only see',
    keptFrom: 'Not seen by: %{roles}',
    field: {
      account: 'Sub-account in use',
      accounts: 'Sub-accounts',
      cards: 'Cards',
      reason: 'Reasons of the steps',
      criterion: 'Grounds of the decision',
      stateReason: 'Reason of the state',
    },
    title: 'Permission matrix',
    facts: 'Operations: %{lines} · roles: %{roles}',
    found: '%{count} matches |||| %{count} match',
    search: 'Find an operation',
    role: 'Role',
    everyRole: 'All roles',
    line: 'Operation',
    opens: 'Opens',
    list: 'List: %{name}',
    export: 'Export: %{name}',
    detail: 'Detail: %{name}',
    reach: { all: 'All', own: 'Own', queue: 'Queue', none: 'None' },
    legend: {
      all: 'All: every row',
      own: 'Own: rows of his own enterprise or person',
      queue: 'Queue: what waits for his decision or was decided by him',
    },
    none: 'No operation matches',
    elevated: 'For a while, once approved: %{roles}',
    stepUp: 'Takes a code that was given within 5 minutes',
    watched: 'Every look of a regulator is written down.',
  },
};
