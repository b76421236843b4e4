import { interviewAnswers, interviewScript, type InterviewAnswer } from '@linggong/risk/domain';
import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../parts/text2';
import { Choices } from './choices';

interface QuestionProps {
  at: number;
  value: InterviewAnswer | undefined;
  onPick: (answer: InterviewAnswer) => void;
  onBack: (() => void) | undefined;
}

/** One question of the script, to be read out as it stands, with its answers as large buttons. */
export function Question({ at, value, onPick, onBack }: QuestionProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const question = interviewScript[at];
  if (question === undefined) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 34 }}>
        <Box sx={{ flex: 1, fontSize: 12, color: 'tokens.ink3' }}>
          {translate('inspections.call.question', {
            no: (at + 1).toString(),
            count: interviewScript.length.toString(),
          })}
        </Box>
        {onBack !== undefined && (
          <Button size="small" onClick={onBack}>
            {translate('inspections.call.back')}
          </Button>
        )}
      </Box>
      <Box aria-live="polite" sx={{ fontSize: 17, fontWeight: 600, minHeight: 50 }}>
        {text(question.text)}
      </Box>
      <Choices
        big
        label={text(question.text)}
        codes={interviewAnswers}
        word={(code) => translate(`inspections.call.answer.${code}`)}
        value={value}
        onPick={onPick}
      />
    </Box>
  );
}
