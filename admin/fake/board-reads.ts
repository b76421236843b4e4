import type { RoleStaffing, SignInFigures } from '@linggong/access/api';
import { administratorRoles, staffRoles } from '@linggong/config/roles';
import type { Chain } from '../src/audit-chain/chain';
import type { BackupStatusAnswer } from '../src/backups/backup';
import type { ComplaintFigures, RatingMigration, RiskFigures, RuleFigures } from '@linggong/risk/api';
import type {
  FinanceFigures,
  LiveFigures,
  OperationsFigures,
  OwnMonths,
  RegulatorFigures,
} from '@linggong/settlement/api';
import { dayAgo, hoursAgo, today } from './rows/at';
import type { World } from './world';

/** How many rows there are of each state. */
const counted = (rows: readonly { state: string }[]): { state: string; count: number }[] =>
  [...new Set(rows.map(({ state }) => state))].map((state) => ({
    state,
    count: rows.filter((row) => row.state === state).length,
  }));

const realNames = (world: World): { state: string }[] =>
  world.workers.map(({ realNameState }) => ({ state: realNameState }));

const operations = (world: World): OperationsFigures => ({
  since: dayAgo(7),
  cameEnterprises: counted(world.enterprises),
  cameWorkers: counted(world.workers),
  cameRealNames: counted(realNames(world)),
  enterprises: counted(world.enterprises),
  realNames: counted(realNames(world)),
  tasks: counted(world.tasks),
  batches: counted(world.batches),
});

type Sums = OwnMonths['months'][number];

/** What payments come to. */
function moneyOf(orders: World['orders']): Omit<Sums, 'month'> {
  const sum = (fenOf: (order: World['orders'][number]) => number | undefined): number =>
    orders.reduce((total, order) => total + (fenOf(order) ?? 0), 0);
  return {
    count: orders.length,
    grossFen: sum(({ grossFen }) => grossFen),
    feeFen: sum(({ feeFen }) => feeFen),
    taxFen:
      sum(({ vatFen }) => vatFen) + sum(({ surchargeFen }) => surchargeFen) + sum(({ incomeTaxFen }) => incomeTaxFen),
    netFen: sum(({ netFen }) => netFen),
  };
}

const none = moneyOf([]);

/** The payments by the month of their tax day. */
function monthsOf(orders: World['orders']): Sums[] {
  const months = [...new Set(orders.flatMap(({ taxDay }) => (taxDay === null ? [] : [taxDay.slice(0, 7)])))].sort();
  return months.map((month) => ({
    month,
    ...moneyOf(orders.filter(({ taxDay }) => taxDay?.startsWith(month) === true)),
  }));
}

const shanghai = { code: '310000', name: { zh: '上海市', en: 'Shanghai' } };
const paid = ({ orders }: World): World['orders'] => orders.filter(({ state }) => state === 'paid');
const placesOf = (world: World) => [{ ...shanghai, enterprises: world.enterprises.length, ...moneyOf(paid(world)) }];

const finance = (world: World): FinanceFigures => ({
  day: today,
  depositsToday: none,
  paidToday: none,
  heldFen: 0,
  toRelease: none,
  onTheWay: moneyOf(world.orders.filter(({ state }) => state === 'paying')),
  cameBack: none,
  unmatched: { count: 0, amountFen: 0, oldestOn: null },
  months: monthsOf(paid(world)),
  channels: [{ channel: 'sandbox', states: counted(world.orders) }],
});

const live = (world: World): LiveFigures => ({
  at: hoursAgo(0),
  day: today,
  month: today.slice(0, 7),
  people: { active: world.workers.length, verified: realNames(world).filter(({ state }) => state === 'match').length },
  enterprises: world.enterprises.length,
  openTasks: world.tasks.filter(({ state }) => state === 'published').length,
  paidToday: none,
  hours: [],
  paidThisMonth: moneyOf(paid(world)),
  held: { count: 0, amountFen: 0 },
  places: placesOf(world),
});

const regulator = (world: World): RegulatorFigures => ({
  from: today.slice(0, 7),
  to: today.slice(0, 7),
  enterprises: counted(world.enterprises),
  workers: counted(world.workers),
  tasks: counted(world.tasks),
  months: monthsOf(paid(world)),
  places: placesOf(world),
});

const risk: RiskFigures = {
  from: dayAgo(29),
  to: today,
  days: [{ day: today, counts: { approve: 3, review: 1, hold: 0, decline: 0 } }],
  hours: [{ weekday: 5, hour: 10, count: 1 }],
  regions: [{ ...shanghai, cases: 1, confirmed: 0 }],
  elsewhere: 0,
};

const rules: { from: string; to: string; rules: RuleFigures[] } = { from: dayAgo(29), to: today, rules: [] };
const migration: RatingMigration = { from: dayAgo(29), to: today, moves: [] };
const complaints: ComplaintFigures = {
  from: dayAgo(29),
  told: 2,
  taken: 2,
  medianTakenMinutes: 35,
  closed: 1,
  closedInTime: 1,
  medianClosedMinutes: 1_440,
};
const signIns: SignInFigures = { locked: 0, lockedUntil: null, failing: 1 };
const staffing: RoleStaffing = {
  items: [...staffRoles, ...administratorRoles].map((role) => ({ role, holders: 1, seen: 1 })),
};
const chain: Chain = {
  blocks: 1,
  rows: 120,
  sealedUntil: hoursAgo(0),
  unsealed: 0,
  oldestUnsealedSeconds: 0,
  head: null,
  roots: 0,
  lastRootDay: null,
  lastVerification: null,
};

const backups: BackupStatusAnswer = {
  method: 'base',
  place: '/backups',
  lastGoodAt: hoursAgo(8),
  walReachedAt: hoursAgo(0),
  walBytes: 16_777_216,
  restoreFrom: hoursAgo(720),
  restoreTo: hoursAgo(0),
  lastDrillAt: hoursAgo(30),
  lastDrillPassed: true,
  warnings: [],
};

/** What the first pages of the roles ask, by its address. */
export const boardReads: Readonly<Record<string, (world: World) => object>> = {
  '/v1/figures/operations': operations,
  '/v1/figures/finance': finance,
  '/v1/figures/live': live,
  '/v1/figures/regulator': regulator,
  '/v1/figures/own-months': (world) => ({ months: monthsOf(paid(world)) }),
  '/v1/risk-figures': () => risk,
  '/v1/risk-rules': () => rules,
  '/v1/rating-migration': () => migration,
  '/v1/complaint-figures': () => complaints,
  '/v1/sign-in-figures': () => signIns,
  '/v1/role-staffing': () => staffing,
  '/v1/audit/chain': () => chain,
  '/v1/backups/status': () => backups,
  '/v1/calendar/gap': () => ({ gap: null }),
};
