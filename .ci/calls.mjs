/** Who may call whom: the table of the house. Every plugin may import `core`, and what its row names. */
const first = ['jobs', 'audit', 'vault', 'access'];

const all = ['parties', 'real-name', 'e-sign', 'tasks', 'ledger', 'channels', 'tax', 'billing', 'risk', 'settlement'];

export const calls = {
  core: [],
  jobs: [],
  audit: ['jobs'],
  vault: ['jobs', 'audit'],
  access: ['jobs', 'audit', 'vault'],
  parties: first,
  'real-name': [...first, 'parties'],
  'e-sign': [...first, 'parties', 'real-name'],
  tasks: [...first, 'parties', 'real-name', 'e-sign'],
  ledger: first,
  channels: first,
  tax: [...first, 'parties', 'ledger', 'channels'],
  billing: [...first, 'parties', 'ledger'],
  risk: [...first, 'parties', 'real-name', 'tasks'],
  settlement: [...first, 'parties', 'real-name', 'e-sign', 'tasks', 'ledger', 'channels', 'tax', 'billing', 'risk'],
  continuity: [...first, ...all],
};
