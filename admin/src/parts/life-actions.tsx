import { Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { offered, type Review } from '../reviews/review';
import type { LifeAction } from './life-action';
import { LifeButtons } from './life-buttons';
import { LifeSheet } from './life-sheet';

export type { LifeAction } from './life-action';

interface LifeActionsProps {
  kind: string;
  resource: string;
  id: number | string;
  /** None where nothing may be done: the sheet of what was done just now still stands. */
  actions: readonly LifeAction[];
  onDone: () => void;
  small?: boolean;
  /** The criteria that steps of a review judge. */
  review?: Review;
}

/** The next allowed actions as buttons, each with what it will do; what the reader may not pass himself is told in its place. */
export function LifeActions(props: LifeActionsProps): ReactNode {
  const { kind, resource, id, actions, onDone, small = false, review } = props;
  const translate = useTranslate();
  const [picked, setPicked] = useState<LifeAction | undefined>(undefined);
  const steps = offered(actions, review);
  return (
    <>
      <LifeButtons kind={kind} actions={steps} onPick={setPicked} small={small} />
      {steps.length < actions.length && (
        <Typography variant="body2" sx={{ color: 'tokens.ink2', alignSelf: 'center' }}>
          {translate('action.ownReview')}
        </Typography>
      )}
      <LifeSheet
        kind={kind}
        resource={resource}
        id={id}
        action={picked}
        onClose={() => {
          setPicked(undefined);
        }}
        onDone={onDone}
        review={review}
      />
    </>
  );
}
