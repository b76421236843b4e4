import { roleNames } from '@linggong/config/roles';
import { Suspense, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { lazyPage } from '../lazy-page';
import { NoticeBoard } from '../notices/notice-board';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import type { Me } from '../session/me';
import { useMe } from '../session/use-me';
import { HomeBand } from '../shell/notices';
import { ConfigBoard } from './config-board';
import { EnterpriseHome } from './enterprise-home';
import { FinanceBoard } from './finance-board';
import { OperatorBoard } from './operator-board';
import { PlacesBoard } from './places-board';
import { RiskBoard } from './risk-board';
import { TaxBoard } from './tax-board';
import { TodoHead } from '../todo/todo-head';
import { WorkerBoard } from './worker-board';

const StaffBoard = lazyPage(() => import('./staff-board'));
const RegulatorBoard = lazyPage(() => import('./regulator-board'));

/** The first page: what waits for me, then the questions of my role. */
export default function Dashboard(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const me = useMe();
  if (me === undefined) return <PageSkeleton />;
  const worker = me.account.role === 'worker';
  // To who is let in step by step “nothing waits for you” would say the opposite of the steps below.
  const quiet = worker || me.account.role === 'enterprise';
  return (
    <>
      <PageHeader
        title={translate(worker ? 'dashboard.mine' : 'navigation.overview')}
        facts={[text(roleNames[me.account.role])]}
      />
      <HomeBand />
      <NoticeBoard />
      <TodoHead me={me} quiet={quiet} />
      <Suspense fallback={<PageSkeleton />}>
        <Board me={me} />
      </Suspense>
    </>
  );
}

function Board({ me }: { me: Me }): ReactNode {
  switch (me.account.role) {
    case 'operator':
      return <OperatorBoard />;
    case 'finance-officer':
    case 'finance-approver':
      return <FinanceBoard />;
    case 'config-operator':
    case 'config-approver':
      return <ConfigBoard />;
    case 'regulator':
      return <RegulatorBoard />;
    case 'risk-officer':
      return <RiskBoard />;
    case 'tax-officer':
      return <TaxBoard />;
    case 'enterprise':
      return <EnterpriseHome me={me} />;
    case 'worker':
      return <WorkerBoard me={me} />;
    case 'partner':
      return <PlacesBoard />;
    default:
      return (
        <Suspense fallback={<PageSkeleton />}>
          <StaffBoard role={me.account.role} />
        </Suspense>
      );
  }
}
