import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { DepositHow } from '../deposits/deposit-how';
import { useAgreement } from '../enterprises/agreement-link';
import type { EnterpriseRecord } from '../enterprises/enterprise';
import { LifeActions } from '../parts/life-actions';
import { useText2, type Text2 } from '../parts/text2';
import { ReturnedNote } from '../reviews/returned-note';
import { useMay } from '../session/use-me';
import type { OnboardingStep } from './steps';
import { pageWords } from './words';

interface StepActionsProps {
  step: OnboardingStep;
  record: EnterpriseRecord;
  onDone: () => void;
}

/** What is pressed to take the step, or to see what came of it; nothing before its turn. */
export function StepActions(props: StepActionsProps): ReactNode {
  const { step, record } = props;
  const main = step.state === 'now';
  const page = `/enterprises/${record.id.toString()}`;
  // What came of submitting stays in sight when the step is done.
  if (step.name === 'submit') return <Submit {...props} />;
  if (step.state === 'later') return null;
  switch (step.name) {
    case 'details':
      return <Details {...props} page={page} />;
    case 'review':
      return <Way to={`${page}/show`} word={pageWords.open} />;
    case 'agreement':
      return main ? <Agreement /> : <Way to="/contracts" word={pageWords.contracts} />;
    case 'account':
      return <Way to={`${page}/show`} word={pageWords.accounts} />;
    case 'deposit':
      return main ? <DepositHow /> : <Way to="/deposits" word={pageWords.deposits} />;
    case 'ready':
      return <FirstWork />;
  }
}

function Way({ to, word, main = false }: { to: string; word: Text2; main?: boolean }): ReactNode {
  const text = useText2();
  return (
    <Button
      component={Link}
      to={to}
      {...(main ? { variant: 'contained' as const, color: 'primary' as const } : { size: 'small' as const })}
    >
      {text(word)}
    </Button>
  );
}

/** The form, under what the reviewer asked for; later the page that shows what was said. */
function Details({ step, record, page }: StepActionsProps & { page: string }): ReactNode {
  if (!record.changeableFields.includes('name')) return <Way to={`${page}/show`} word={pageWords.open} />;
  return (
    <>
      {step.state === 'returned' && (
        <Box sx={{ width: '100%' }}>
          <ReturnedNote review={record.review} act="reject" reason={record.stateReason} />
        </Box>
      )}
      <Way to={page} word={pageWords.edit} main={step.state !== 'done'} />
    </>
  );
}

function Submit({ step, record, onDone }: StepActionsProps): ReactNode {
  const action = { name: 'submit', reason: 'none' as const };
  const main = record.state === 'rejected' ? {} : { tone: 'main' as const };
  return (
    <LifeActions
      kind="enterprise"
      resource="enterprises"
      id={record.id}
      actions={step.state === 'now' ? [{ ...action, ...main }] : []}
      onDone={onDone}
    />
  );
}

/** The agreement that waits for the enterprise's signature: it is signed where it is read. */
function Agreement(): ReactNode {
  const text = useText2();
  const { found, waiting } = useAgreement(true);
  if (waiting !== undefined)
    return <Way to={`/contracts/${waiting.id.toString()}/show`} word={pageWords.readAgreement} main />;
  return (
    <>
      {found && <Box sx={{ fontSize: 13 }}>{text(pageWords.preparing)}</Box>}
      <Way to="/contracts" word={pageWords.contracts} />
    </>
  );
}

function FirstWork(): ReactNode {
  const may = useMay();
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {may('tasks', 'create') && <Way to="/tasks/create" word={pageWords.task} main />}
      {may('settlement-batches', 'create') && <Way to="/settlement-batches/create" word={pageWords.sheet} />}
    </Box>
  );
}
