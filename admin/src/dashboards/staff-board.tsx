import type { Role } from '@linggong/config/roles';
import type { ReactNode } from 'react';
import { ArchiveBoard } from './archive-board';
import { AuditorBoard } from './auditor-board';
import { ManagerBoard } from './manager-board';
import { MerchantReviewBoard, TaskReviewBoard } from './review-boards';
import { SecurityBoard } from './security-board';
import { ServiceBoard } from './service-board';
import { SystemBoard } from './system-board';

/** The boards of those who review, lead, answer, keep and administer; loaded with all words of the language. */
export default function StaffBoard({ role }: { role: Role }): ReactNode {
  switch (role) {
    case 'merchant-reviewer':
      return <MerchantReviewBoard />;
    case 'task-reviewer':
      return <TaskReviewBoard />;
    case 'institution-manager':
      return <ManagerBoard />;
    case 'customer-service':
      return <ServiceBoard />;
    case 'archivist':
      return <ArchiveBoard />;
    case 'system-admin':
      return <SystemBoard />;
    case 'security-admin':
      return <SecurityBoard />;
    case 'audit-admin':
      return <AuditorBoard />;
    default:
      return null;
  }
}
