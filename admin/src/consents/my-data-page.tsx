import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Cards, WithAside } from '../parts/card';
import { Guide } from '../parts/guide';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton } from '../parts/states-of-page';
import { useMe } from '../session/use-me';
import { OwnRequestsCard } from '../data-requests/own-requests-card';
import { ConsentCard } from './consent-card';

/** A worker's own page (我的信息): what he may ask of his data, what he agreed to, and taking it back. */
export default function MyDataPage(): ReactNode {
  const translate = useTranslate();
  const workerId = useMe()?.account.workerId;
  if (workerId === undefined) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={translate('navigation.myData')} crumbs={[]} facts={[translate('consents.lead')]} />
      <WithAside aside={<Guide name="myData" steps={3} />}>
        <Cards>
          <OwnRequestsCard workerId={workerId} />
          <ConsentCard workerId={workerId} />
        </Cards>
      </WithAside>
    </>
  );
}
