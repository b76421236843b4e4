import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { lazyPage } from '../lazy-page';
import { isJoining, stepsOf, type Standing } from '../onboarding/steps';
import { useStanding } from '../onboarding/use-standing';
import { pageWords, stepWords } from '../onboarding/words';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import type { Me } from '../session/me';
import { EnterpriseBoard } from './enterprise-board';

const OnboardingSteps = lazyPage(() => import('../onboarding/onboarding-steps'));

/** The first page of an enterprise: its way in until it may work, from then on its figures. */
export default function EnterpriseHome({ me }: { me: Me }): ReactNode {
  const { enterpriseId } = me.account;
  return enterpriseId === undefined ? <EnterpriseBoard me={me} /> : <Own me={me} enterpriseId={enterpriseId} />;
}

function Own({ me, enterpriseId }: { me: Me; enterpriseId: number }): ReactNode {
  const { record, standing, error, refetch } = useStanding(enterpriseId);
  if (record === undefined)
    return error === null || error === undefined ? <PageSkeleton /> : <Trouble error={error} retry={refetch} />;
  if (isJoining(record) && standing !== undefined)
    return <OnboardingSteps record={record} standing={standing} onDone={refetch} />;
  return (
    <>
      {record.state === 'active' && standing !== undefined && <LastSteps standing={standing} />}
      <EnterpriseBoard me={me} />
    </>
  );
}

/** What an enterprise that signed still waits for before it can pay. */
function LastSteps({ standing }: { standing: Standing }): ReactNode {
  const text = useText2();
  const left = stepsOf(standing).find(({ state }) => state === 'now');
  if (left === undefined || left.name === 'ready') return null;
  return (
    <Box
      role="status"
      sx={{
        bgcolor: 'tokens.accentBg',
        borderRadius: '8px',
        p: '8px 14px',
        mb: 1.5,
        fontSize: 13,
        display: 'flex',
        gap: 1.5,
        flexWrap: 'wrap',
      }}
    >
      {text(pageWords.next).replace('%s', text(stepWords[left.name].title))}
      <Link to="/onboarding">{text(pageWords.see)}</Link>
    </Box>
  );
}
