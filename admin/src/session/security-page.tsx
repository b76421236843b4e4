import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Cards } from '../parts/card';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton } from '../parts/states-of-page';
import { FactorCard } from './factor-card';
import { OwnSessionsCard } from './own-sessions-card';
import { useMe } from './use-me';

interface SecurityPageProps {
  isFirst?: boolean;
  /** Codes that are told once stand there, or do so no more. */
  onTold?: (isTold: boolean) => void;
}

/** One's own sign-in (登录安全): the second factor, its first setting up where the role demands it, and where one is signed in. */
export default function SecurityPage({ isFirst = false, onTold }: SecurityPageProps): ReactNode {
  const translate = useTranslate();
  const me = useMe();
  if (me === undefined) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={translate('security.title')} crumbs={[]} />
      <Cards>
        <FactorCard me={me} isFirst={isFirst} onTold={onTold} />
        {!isFirst && <OwnSessionsCard />}
      </Cards>
    </>
  );
}
