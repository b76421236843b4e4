import type { Same } from '../same';
import type { bypass as zh, bypassResources as zhResources } from '../zh/bypass';

export const bypass: Same<typeof zh> = {
  bypass: {
    facts: 'Transaction',
    open: 'To be acknowledged',
    yes: 'Yes',
    no: 'No',
    shown: 'Rows shown: %{shown} of %{rows}.',
    kind: {
      bypass: 'Change past the platform',
      watch: 'The watch was altered',
      gap: 'Gap in the log',
      migration: 'Schema migration',
    },
    operation: { insert: 'inserted', update: 'changed', delete: 'deleted', truncate: 'emptied', ddl: 'altered' },
    source: {
      'system-user': 'Who signed in, by the database',
      'session-user': 'The session; it may have been switched',
      sample: 'The session seen in the transaction',
      unknown: 'Unknown (trigger switched off)',
      none: 'None',
    },
  },
};

export const bypassResources: Same<typeof zhResources> = {
  'audit-bypasses': {
    name: 'Changes past the platform',
    empty: 'Nothing went past the platform. What is changed in the database itself appears here within seconds.',
    fields: {
      id: 'No.',
      at: 'Committed at',
      at_gte: 'From',
      at_lte: 'Until',
      bypassKind: 'Kind',
      state: 'State',
      dbUser: 'Database user',
      userSource: 'Known by',
      candidates: 'Possible sessions',
      tables: 'Tables',
      rows: 'Rows',
      application: 'Client',
      address: 'Address',
      pid: 'Server process',
      xid: 'Database transaction',
      lsn: 'Place in the log',
      replicaRole: 'Triggers switched off',
      forged: 'Contradicting notes',
      recordedAt: 'Recorded at',
      digest: 'Chain digest',
      acknowledgedBy: 'Acknowledged by',
      acknowledgedReason: 'Reason',
    },
  },
};
