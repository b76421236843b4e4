import type { Row, ServedRoute } from './reading.fixture';
import { draftTask, type PartyRole } from './side.fixture';
import type { Side } from './two-sides.fixture';

/** A number that no row has. */
const absentId = 2_000_000_000;
const absentUuid = '00000000-0000-4000-8000-0000000000ff';

/** One request that names a row. */
export interface Act {
  readonly method: string;
  readonly path: string;
  readonly body?: object | undefined;
  /** A file is sent instead of a body. */
  readonly sendsFile?: boolean;
}

/** The ids that a request names: those of a side, or such as nobody has. */
export interface Named {
  readonly enterpriseId: number;
  readonly workerId: number;
  readonly contractBatchId: number;
  readonly taskNumber: string;
  readonly checkCode: string;
  readonly accountCode: string;
  /** A row of a list that this party of the side sees. */
  id(list: string, role: PartyRole): number | string;
}

/** Contracts of a side are with its enterprise or with its worker, and each tells its own complaint and explains itself; a row is of that party alone. */
const ofOneParty = ['contracts', 'form-records', 'risk-explanations'];

export function namedOf(side: Side): Named {
  const rowsOf = (list: string): readonly Row[] => side.rows.get(list) ?? [];
  const text = (list: string, column: string): string => String(rowsOf(list)[0]?.[column]);
  return {
    ...side,
    taskNumber: String(rowsOf('tasks').find(({ state }) => state === 'published')?.['number']),
    checkCode: text('real-name-checks', 'code'),
    accountCode: `deposit:${side.enterpriseId}`,
    id: (list, role) => {
      const theirs = rowsOf(list).find((row) => !ofOneParty.includes(list) || row[`${role}Id`] === side[`${role}Id`]);
      if (!theirs) throw new Error(`the fixture has no row of ${list} for ${role}`);
      return theirs.id;
    },
  };
}

/** What nobody has. */
export const absent: Named = {
  enterpriseId: absentId,
  workerId: absentId,
  contractBatchId: absentId,
  taskNumber: 'TK-000',
  checkCode: 'RN-20260101-99999999-X',
  accountCode: `deposit:${absentId}`,
  id: (list) => (list === 'jobs' || list === 'approvals' ? absentUuid : absentId),
};

const reason = '测试理由';
const cardNumber = '6222028872946788639';
const bodies: Readonly<Record<string, object>> = {
  '/contracts/:id/document': { reason },
  '/contracts/:id/signed-file': { reason },
  '/contracts/:id/sign': { textSha256: '0'.repeat(64) },
  '/contracts/:id/revoke': { reason },
  '/contracts/:id/sandbox-decision': { decision: 'signed' },
  '/workers/:id/cards': { cardNumber },
  '/workers/:id/consents': { purpose: 'marketing' },
  '/workers/:id/consents/withdrawals': { purpose: 'marketing' },
  '/workers/:id/deregister': { reason },
  '/settlement-batches/:id/exclusions': { blocker: 'amount-format', reason },
  '/enterprises/:id/sheet-headings': { items: [{ title: '部门', column: null }] },
  '/settlement-batches/:id/confirm': { quoteVersion: 1 },
  '/settlement-batches/:id/cancel': { reason },
  '/settlement-lines/:id': { amountFen: 500 },
  '/enterprises/:id': { contactName: '赵六' },
  '/enterprises/:id/contact-consents/withdrawals': { contact: 'handler' },
  '/risk-explanations/:id/answer': { answer: '按约定结算' },
  '/form-records/:id': { revision: 1, values: {} },
  '/tasks/:id/engagements': { workers: [{ workerId: 1, agreedFen: 100 }] },
};

/** Every operation by which a party touches one row by its address, beside the details of the console. */
export function actsByAddress(role: PartyRole, routes: readonly ServedRoute[], named: Named): Act[] {
  return routes
    .filter(({ address }) => isOfOneRow(address))
    .flatMap(({ address, route: { method, path, upload } }) =>
      wordsOf(path).map((word) => ({
        ...{ method, path: filled(address, word, named, role), body: bodyOf(method, path) },
        sendsFile: upload !== undefined,
      })),
    );
}

export function isOfOneRow(address: string): boolean {
  return address.startsWith('/api/v1/') && /:(id|code)/.test(address);
}

function bodyOf(method: string, path: string): object | undefined {
  return method === 'GET' ? undefined : (bodies[path] ?? {});
}

/** Console lists of the objects that have a story, by their kind. */
export const storyLists: Readonly<Record<string, string>> = {
  worker: 'workers',
  enterprise: 'enterprises',
  contract: 'contracts',
  task: 'tasks',
  'settlement-batch': 'settlement-batches',
  order: 'orders',
  'form-record': 'form-records',
  'risk-explanation': 'risk-explanations',
};

/** Objects that have a story and are nobody's from outside. */
export const houseStories = [
  'configuration',
  'configuration-import',
  'configuration-version',
  'operation-review',
  'promotional-material',
  'real-name-review',
  'credit-check',
  'rating-override',
  'risk-case',
  'risk-list-entry',
  'risk-list-import',
  'risk-offboarding',
  'risk-snooze',
];

/** Words that a path takes: the kinds that have a story. */
function wordsOf(path: string): string[] {
  return path.includes('/:kind/') ? Object.keys(storyLists) : [''];
}

/** A v1 address names the console list of its rows first, but for the batches of contracts. */
function filled(address: string, word: string, named: Named, role: PartyRole): string {
  const list = storyLists[word] ?? address.split('/')[3] ?? '';
  const id = address.startsWith('/api/v1/contracts/batches/') ? named.contractBatchId : named.id(list, role);
  return address
    .replace(':id', String(id))
    .replace(':code', named.checkCode)
    .replace(':file', absentUuid)
    .replace(':revision', '1')
    .replace(':kind', word)
    .replace(':year', String(new Date().getFullYear()));
}

/** Operations that name rows in what is sent, each with the ids of `named` in it. */
export function actsByBody(named: Named): Readonly<Record<PartyRole, readonly Act[]>> {
  const engagement = { id: named.id('engagements', 'worker') };
  const post = (path: string, body: object): Act => ({ method: 'POST', path: `/api/v1${path}`, body });
  const get = (path: string): Act => ({ method: 'GET', path: `/api/v1${path}` });
  const span = { validFrom: '2027-01-01', validTo: '2027-12-31' };
  const look = (kind: string, id: number, field: string): Act =>
    post('/sensitive-fields/unmask', { subject: { kind, id }, field, reason });
  return {
    enterprise: [
      post('/tasks', draftTask(named.enterpriseId)),
      post('/engagements/engage', { engagements: [engagement] }),
      post('/engagements/decline', { engagements: [engagement], reason }),
      post('/engagements/accept', { engagements: [engagement] }),
      post('/engagements/deliver', { engagements: [engagement] }),
      post('/engagements/cancel', { engagements: [engagement], reason }),
      post('/contracts/batches', { template: 'enterprise-cooperation', enterpriseId: named.enterpriseId, ...span }),
      post('/contracts/batches', { template: 'tax-agency', enterpriseId: named.enterpriseId, workerIds: [1], ...span }),
      post(`/settlement-batches?enterpriseId=${named.enterpriseId}`, { lines: [line(named)] }),
      get(`/ledger/statement?account=${named.accountCode}&from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z`),
      get(`/ledger/trial-balance?enterpriseId=${named.enterpriseId}`),
      look('enterprise', named.enterpriseId, 'contactName'),
      look('worker', named.workerId, 'phone'),
    ],
    worker: [
      post('/engagements/withdraw', { engagements: [engagement] }),
      post('/engagements/deliver', { engagements: [engagement] }),
      post('/data-requests', { workerId: named.workerId, kind: 'explanation', asked: '个税如何计算' }),
      look('worker', named.workerId, 'phone'),
      look('enterprise', named.enterpriseId, 'contactName'),
    ],
  };
}

/** Operations on a row of one's own that name another one in what is sent. */
export function actsInside(own: Named, named: Named): Readonly<Record<PartyRole, readonly Act[]>> {
  const post = (path: string, body: object): Act => ({ method: 'POST', path: `/api/v1${path}`, body });
  const both = (role: PartyRole) => [{ id: own.id('engagements', role) }, { id: named.id('engagements', role) }];
  const batch = `/settlement-batches/${own.id('settlement-batches', 'enterprise')}`;
  const lineIds = [String(named.id('settlement-lines', 'enterprise'))];
  return {
    enterprise: [
      post('/engagements/accept', { engagements: both('enterprise') }),
      post(`${batch}/exclusions`, { lineIds, reason }),
      post(`${batch}/recheck`, { lineIds }),
    ],
    worker: [
      post('/engagements/deliver', { engagements: both('worker') }),
      post(`/workers/${own.workerId}/cards`, { cardNumber, replaces: named.id('bank-cards', 'worker') }),
    ],
  };
}

/** Lists of the v1 API that can be narrowed to somebody's rows. */
export function narrowedLists(named: Named): Readonly<Record<PartyRole, readonly Act[]>> {
  const get = (path: string): Act => ({ method: 'GET', path: `/api/v1${path}` });
  const enterprise = `enterpriseId=${named.enterpriseId}`;
  const worker = `workerId=${named.workerId}`;
  return {
    enterprise: [
      get(`/contracts?${enterprise}`),
      get(`/settlement-batches?${enterprise}`),
      get(`/orders?${enterprise}`),
      get(`/orders?${worker}`),
      get(`/orders?batchId=${named.id('settlement-batches', 'enterprise')}`),
      get(`/deposits?${enterprise}`),
    ],
    worker: [
      get(`/contracts?${worker}`),
      get(`/orders?${enterprise}`),
      get(`/orders?${worker}`),
      get(`/real-name-checks?${worker}`),
    ],
  };
}

const line = (named: Named) => ({
  name: '王伟',
  identityNumber: '110101199003079999',
  cardNumber,
  taskNumber: named.taskNumber,
  amountFen: 100,
});
