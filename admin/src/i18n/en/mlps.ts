import type { Same } from '../same';
import type { mlps as zh } from '../zh/mlps';

export const mlps: Same<typeof zh> = {
  mlps: {
    title: 'MLPS controls',
    standard: 'GB/T 22239-2019 level 3: thirty controls, and five beyond',
    seenAt: 'Looked at',
    state: 'State',
    everyState: 'All',
    print: 'Print',
    look: 'Look',
    needs: 'No evidence in force: %{what}',
    withdrawn: 'withdrawn: %{reason}',
    act: {
      add: {
        label: 'Enter evidence',
        lead: 'Name the document, its number and its outcome. An entry cannot be changed, only withdrawn; after its last day it no longer counts.',
        done: 'The evidence is on record.',
      },
      withdraw: {
        label: 'Withdraw evidence',
        lead: 'It no longer counts; its text and the reason stay on record.',
        done: 'The evidence is withdrawn.',
      },
    },
    fields: {
      datedOn: 'Day of the evidence',
      until: 'Holds until',
      text: 'Text',
      textHelp: 'At most 1000 characters, no identity, telephone or card numbers',
    },
  },
};
