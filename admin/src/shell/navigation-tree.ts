import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import AssignmentOutlined from '@mui/icons-material/AssignmentOutlined';
import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import InboxOutlined from '@mui/icons-material/InboxOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import PolicyOutlined from '@mui/icons-material/PolicyOutlined';
import RateReviewOutlined from '@mui/icons-material/RateReviewOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import TravelExploreOutlined from '@mui/icons-material/TravelExploreOutlined';
import TuneOutlined from '@mui/icons-material/TuneOutlined';
import SupportAgentOutlined from '@mui/icons-material/SupportAgentOutlined';
import ShieldOutlined from '@mui/icons-material/ShieldOutlined';
import type { Role } from '@linggong/config/roles';
import type { SvgIconComponent } from '@mui/icons-material';

export interface NavigationPage {
  /** Path in the console. */
  to: string;
  /** Translation key of its name. */
  label: string;
  /** Right that opens it; none for what everybody has. */
  needs?: { resource: string; action: string };
}

export interface NavigationGroup {
  key: string;
  icon: SvgIconComponent;
  pages: readonly NavigationPage[];
}

const list = (resource: string): NavigationPage => ({
  to: `/${resource}`,
  label: `resources.${resource}.name`,
  needs: { resource, action: 'list' },
});

/** Grouped by work, not by table; a group shows when its reader may open one of its pages. */
export const navigationTree: readonly NavigationGroup[] = [
  {
    key: 'todo',
    icon: InboxOutlined,
    pages: [
      { to: '/', label: 'navigation.overview' },
      { to: '/todo', label: 'todoList.name' },
      list('own-procedures'),
      { to: '/live-board', label: 'navigation.liveBoard', needs: { resource: 'live-board', action: 'read' } },
    ],
  },
  { key: 'approvals', icon: FactCheckOutlined, pages: [list('approvals'), list('elevations'), list('delegations')] },
  { key: 'enterprises', icon: BusinessOutlined, pages: [list('enterprises'), list('contact-consents')] },
  {
    key: 'workers',
    icon: BadgeOutlined,
    pages: [
      list('workers'),
      list('contracts'),
      list('signature-requests'),
      list('real-name-checks'),
      list('real-name-bulk-checks'),
      list('consents'),
      list('data-requests'),
      list('locked-workers'),
    ],
  },
  {
    key: 'service',
    icon: SupportAgentOutlined,
    pages: [list('complaints'), list('form-records'), list('risk-explanations')],
  },
  { key: 'tasks', icon: AssignmentOutlined, pages: [list('tasks'), list('engagements')] },
  { key: 'settlement', icon: PaymentsOutlined, pages: [list('settlement-batches'), list('orders')] },
  {
    key: 'money',
    icon: AccountBalanceOutlined,
    pages: [
      list('payout-files'),
      list('bank-files'),
      list('unmatched-answers'),
      list('payouts'),
      list('statement-lines'),
      list('deposits'),
      list('fee-plans'),
      list('fee-bills'),
      list('ledger-accounts'),
      list('ledger-postings'),
      list('ledger-transactions'),
      {
        to: '/trial-balance',
        label: 'navigation.trialBalance',
        needs: { resource: 'ledger-accounts', action: 'trial-balance' },
      },
      list('channel-routes'),
      list('channel-limits'),
    ],
  },
  { key: 'tax', icon: ReceiptLongOutlined, pages: [list('tax-periods'), list('tax-records'), list('tax-corrections')] },
  {
    key: 'configuration',
    icon: TuneOutlined,
    pages: [
      list('configurations'),
      list('configuration-versions'),
      list('configuration-imports'),
      list('acknowledgements'),
    ],
  },
  {
    key: 'risk',
    icon: ShieldOutlined,
    pages: [
      { to: '/risk-board', label: 'riskCases.board', needs: { resource: 'risk-cases', action: 'list' } },
      list('risk-cases'),
      list('risk-measures'),
      list('risk-decisions'),
      { to: '/risk-rules', label: 'riskCases.rules', needs: { resource: 'risk-decisions', action: 'list' } },
      list('inspections'),
      list('inspection-items'),
      list('enterprise-ratings'),
      list('credit-checks'),
      list('rating-overrides'),
      list('risk-offboardings'),
      list('risk-list-entries'),
      list('risk-list-imports'),
      list('risk-snoozes'),
    ],
  },
  {
    key: 'reviews',
    icon: PolicyOutlined,
    pages: [list('promotional-materials'), list('real-name-reviews'), list('operation-reviews')],
  },
  {
    key: 'audit',
    icon: FactCheckOutlined,
    pages: [
      list('audit-entries'),
      list('retention'),
      list('retention-runs'),
      list('destructions'),
      list('legal-holds'),
      { to: '/timelines', label: 'navigation.timelines', needs: { resource: 'timeline', action: 'read' } },
      list('audit-bypasses'),
      { to: '/audit-chain', label: 'navigation.auditChain', needs: { resource: 'audit-log', action: 'read' } },
      { to: '/mlps', label: 'mlps.title', needs: { resource: 'mlps-control', action: 'read' } },
      list('unmaskings'),
    ],
  },
  {
    key: 'system',
    icon: SettingsOutlined,
    pages: [
      list('accounts'),
      {
        to: '/restore-security-admin',
        label: 'signInAccount.restoreSecurity',
        needs: { resource: 'accounts', action: 'restore-security-admin' },
      },
      list('sessions'),
      { to: '/permission-matrix', label: 'matrix.title', needs: { resource: 'permission-matrix', action: 'read' } },
      { to: '/panel', label: 'navigation.panel', needs: { resource: 'panel', action: 'open' } },
      {
        to: '/identity-providers',
        label: 'navigation.identityProviders',
        needs: { resource: 'identity-providers', action: 'list' },
      },
      list('data-keys'),
      list('findings'),
      list('backups'),
      list('schedules'),
      list('jobs'),
      list('event-deliveries'),
      { to: '/queue-board', label: 'navigation.queueBoard', needs: { resource: 'queue-board', action: 'open' } },
    ],
  },
];

/** Does a page belong to this address? The dashboard only to its very own. */
export function isAt(page: NavigationPage, path: string): boolean {
  return page.to === '/' ? path === '/' : path === page.to || path.startsWith(`${page.to}/`);
}

/**
 * The same for a worker, whose things are few: his own first page, then each thing by its own name. His contracts are what he is
 * asked for most, and nothing of his runs in the background.
 */
const workerTree: readonly NavigationGroup[] = [
  { key: 'mine', icon: InboxOutlined, pages: [{ to: '/', label: 'dashboard.mine' }] },
  { key: 'contracts', icon: DescriptionOutlined, pages: [list('contracts')] },
  { key: 'openTasks', icon: TravelExploreOutlined, pages: [list('open-tasks')] },
  {
    key: 'engagements',
    icon: AssignmentOutlined,
    pages: [{ ...list('engagements'), label: 'navigation.ownTasks' }],
  },
  { key: 'orders', icon: PaymentsOutlined, pages: [list('orders')] },
  { key: 'tax', icon: ReceiptLongOutlined, pages: [list('tax-records')] },
  { key: 'profile', icon: BadgeOutlined, pages: [{ ...list('workers'), label: 'navigation.profile' }] },
  { key: 'complaints', icon: RateReviewOutlined, pages: [{ ...list('form-records'), label: 'navigation.complaints' }] },
  { key: 'explanations', icon: SupportAgentOutlined, pages: [list('risk-explanations')] },
  {
    key: 'myData',
    icon: FactCheckOutlined,
    pages: [
      { to: '/my-data', label: 'navigation.myData', needs: { resource: 'consents', action: 'show' } },
      { ...list('unmaskings'), label: 'navigation.lookedAtMe' },
    ],
  },
];

/** The groups and pages that somebody may use. */
export function visibleGroups(may: (resource: string, action: string) => boolean, role?: Role): NavigationGroup[] {
  return (role === 'worker' ? workerTree : navigationTree)
    .map((group) => ({
      ...group,
      pages: group.pages.filter(({ needs }) => needs === undefined || may(needs.resource, needs.action)),
    }))
    .filter((group) => group.pages.length > 0);
}
