/** Who may call whom: the table of the house. Every plugin may import `core`, and what its row names. */
const first = ['jobs', 'audit', 'vault', 'access'];

/** What operators configure: whoever is configured by it calls it. */
const configured = [...first, 'studio'];

const all = [
  'studio',
  'parties',
  'real-name',
  'e-sign',
  'tasks',
  'ledger',
  'channels',
  'tax',
  'billing',
  'risk',
  'settlement',
];

export const calls = {
  core: [],
  jobs: [],
  audit: ['jobs'],
  vault: ['jobs', 'audit'],
  access: ['jobs', 'audit', 'vault'],
  studio: first,
  parties: configured,
  'real-name': [...configured, 'parties'],
  'e-sign': [...configured, 'parties', 'real-name'],
  tasks: [...configured, 'parties', 'real-name', 'e-sign'],
  ledger: first,
  channels: configured,
  tax: [...configured, 'parties', 'ledger', 'channels'],
  billing: [...configured, 'parties', 'ledger'],
  risk: [...configured, 'parties', 'real-name', 'tasks'],
  settlement: [
    ...configured,
    'parties',
    'real-name',
    'e-sign',
    'tasks',
    'ledger',
    'channels',
    'tax',
    'billing',
    'risk',
  ],
  continuity: [...first, ...all],
};
