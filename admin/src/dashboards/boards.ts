import type { Role } from '@linggong/config/roles';
import type { ComponentType } from 'react';
import { lazyPage } from '../lazy-page';
import { lazyPart } from '../page-loads';
import type { Me } from '../session/me';

type Board = ComponentType<{ me: Me }>;

const FinanceBoard = lazyPart<Board>(() => import('./finance-board'));
const ConfigBoard = lazyPart<Board>(() => import('./config-board'));

/** The questions of each role, which loads its own; those of who reviews, leads, answers, keeps or administers need all words. */
export const boards: Readonly<Record<Role, Board>> = {
  operator: lazyPart<Board>(() => import('./operator-board')),
  'finance-officer': FinanceBoard,
  'finance-approver': FinanceBoard,
  'config-operator': ConfigBoard,
  'config-approver': ConfigBoard,
  'risk-officer': lazyPart<Board>(() => import('./risk-board')),
  'tax-officer': lazyPart<Board>(() => import('./tax-board')),
  enterprise: lazyPart<Board>(() => import('./enterprise-home')),
  worker: lazyPart<Board>(() => import('./worker-board')),
  partner: lazyPart<Board>(() => import('./places-board')),
  regulator: lazyPage<Board>(() => import('./regulator-board')),
  'merchant-reviewer': lazyPage<Board>(() =>
    import('./review-boards').then(({ MerchantReviewBoard }) => ({ default: MerchantReviewBoard })),
  ),
  'task-reviewer': lazyPage<Board>(() =>
    import('./review-boards').then(({ TaskReviewBoard }) => ({ default: TaskReviewBoard })),
  ),
  'institution-manager': lazyPage<Board>(() => import('./manager-board')),
  'customer-service': lazyPage<Board>(() => import('./service-board')),
  archivist: lazyPage<Board>(() => import('./archive-board')),
  'system-admin': lazyPage<Board>(() => import('./system-board')),
  'security-admin': lazyPage<Board>(() => import('./security-board')),
  'audit-admin': lazyPage<Board>(() => import('./auditor-board')),
};
