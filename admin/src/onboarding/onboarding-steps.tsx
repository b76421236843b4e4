import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { EnterpriseRecord } from '../enterprises/enterprise';
import { useText2 } from '../parts/text2';
import { StepActions } from './step-actions';
import { StepCard } from './step-card';
import { stepsOf, type Standing } from './steps';
import { pageWords } from './words';

/** The way from the application to the first settlement, step by step. */
export default function OnboardingSteps({
  record,
  standing,
  onDone,
}: {
  record: EnterpriseRecord;
  standing: Standing;
  onDone: () => void;
}): ReactNode {
  const text = useText2();
  return (
    <Box
      component="ol"
      aria-label={text(pageWords.title)}
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        maxWidth: 820,
        bgcolor: 'tokens.card',
        border: '1px solid',
        borderColor: 'tokens.line',
        borderRadius: '8px',
        overflow: 'hidden',
      }}
    >
      {stepsOf(standing).map((step, index) => (
        <StepCard key={step.name} step={step} place={index + 1}>
          <StepActions step={step} record={record} onDone={onDone} />
        </StepCard>
      ))}
    </Box>
  );
}
