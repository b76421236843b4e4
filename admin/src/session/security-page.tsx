import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Cards } from '../parts/card';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton } from '../parts/states-of-page';
import { FactorCard } from './factor-card';
import { useMe } from './use-me';

/** One's own sign-in (登录安全): the second factor and, where the role does not work without, its first setting up. */
export default function SecurityPage({ isFirst = false }: { isFirst?: boolean }): ReactNode {
  const translate = useTranslate();
  const me = useMe();
  if (me === undefined) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={translate('security.title')} crumbs={[]} />
      <Cards>
        <FactorCard me={me} isFirst={isFirst} />
      </Cards>
    </>
  );
}
