import { roleNames } from '@linggong/config/roles';
import { Suspense, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { NoticeBoard } from '../notices/notice-board';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { useMe } from '../session/use-me';
import { HomeBand } from '../shell/notices';
import { TodoHead } from '../todo/todo-head';
import { boards } from './boards';

/** The first page: what waits for me, then the questions of my role. */
export default function Dashboard(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const me = useMe();
  if (me === undefined) return <PageSkeleton />;
  const Board = boards[me.account.role];
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
