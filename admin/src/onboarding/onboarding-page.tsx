import type { ReactNode } from 'react';
import { Navigate } from 'react-router-dom';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { useMe } from '../session/use-me';
import OnboardingSteps from './onboarding-steps';
import { stepsOf } from './steps';
import { useStanding } from './use-standing';
import { pageWords } from './words';

/** Joining the platform (入驻办理), for the enterprise itself; nobody else has one. */
export default function OnboardingPage(): ReactNode {
  const me = useMe();
  if (me === undefined) return <PageSkeleton />;
  const { enterpriseId } = me.account;
  return enterpriseId === undefined ? <Navigate to="/" replace /> : <Own enterpriseId={enterpriseId} />;
}

function Own({ enterpriseId }: { enterpriseId: number }): ReactNode {
  const text = useText2();
  const { record, standing, error, refetch } = useStanding(enterpriseId);
  if (record === undefined || standing === undefined)
    return error === null || error === undefined ? <PageSkeleton /> : <Trouble error={error} retry={refetch} />;
  const place = stepsOf(standing).findIndex(({ state }) => state === 'now') + 1;
  return (
    <>
      <PageHeader
        title={text(pageWords.title)}
        facts={[record.name, text(pageWords.progress).replace('%s', place.toString())]}
      />
      <OnboardingSteps record={record} standing={standing} onDone={refetch} />
    </>
  );
}
