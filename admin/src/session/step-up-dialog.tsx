import { Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { onStepUp } from '../provider/step-up';
import { CodeTask } from './code-task';

/**
 * The code of the second factor where something dangerous is asked for and the last one is too old (再次验证). It stands above the page or
 * sheet that asks; given, what was asked goes on by itself, and gone away from, everything is as it was.
 */
export function StepUpDialog(): ReactNode {
  const translate = useTranslate();
  const titleId = useId();
  const [asked, setAsked] = useState<{ answer: (given: boolean) => void } | undefined>(undefined);
  useEffect(
    () =>
      onStepUp(
        () =>
          new Promise((resolve) => {
            setAsked({ answer: resolve });
          }),
      ),
    [],
  );
  const end = (given: boolean): void => {
    asked?.answer(given);
    setAsked(undefined);
  };
  return (
    <Dialog
      open={asked !== undefined}
      onClose={() => {
        end(false);
      }}
      aria-labelledby={titleId}
      maxWidth="xs"
      fullWidth
    >
      <DialogTitle id={titleId} variant="h2">
        {translate('security.stepUp')}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
          {translate('security.stepUpWhy')}
        </Typography>
        <CodeTask
          action="check"
          onDone={() => {
            end(true);
          }}
          onCancel={() => {
            end(false);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}
