import { Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ConsoleDataProvider } from '../provider';
import { LazyChecklist } from '../reviews/lazy-checklist';
import { offered, unjudged, type Review, type Standing, type Verdict } from '../reviews/review';
import { EffectSheet, type Effect } from './effect-sheet';

/** An action of a lifecycle as a button and its sheet; the words are `action.{kind}.{name}.label|lead|done`. */
export interface LifeAction {
  name: string;
  reason: 'none' | 'optional' | 'required';
  /** The usual next step stands out; what ends or refuses is red on its sheet. */
  tone?: 'main' | 'danger';
  effects?: readonly Effect[];
  /** Said in the place of the usual lead. */
  lead?: string;
  /** A step of a review: what it does with the criteria that are judged on its sheet (R2.6). */
  judges?: Verdict;
  /** Its address, where it is not its name. */
  path?: string;
}

interface LifeActionsProps {
  kind: string;
  resource: string;
  id: number | string;
  actions: readonly LifeAction[];
  onDone: () => void;
  /** In a row of a list. */
  small?: boolean;
  /** The criteria that steps of a review judge. */
  review?: Review;
}

/** The next allowed actions as buttons, each with what it will do; what the reader may not pass himself is told in its place. */
export function LifeActions(props: LifeActionsProps): ReactNode {
  const { kind, resource, id, actions, onDone, small = false, review } = props;
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState<LifeAction | undefined>(undefined);
  const [judged, setJudged] = useState<Standing>(unjudged);
  const words = (part: string): string => translate(`action.${kind}.${open?.name ?? actions[0]?.name ?? ''}.${part}`);
  const steps = offered(actions, review);
  const ordered = [...steps].sort((left, right) => Number(left.tone === 'main') - Number(right.tone === 'main'));
  return (
    <>
      {ordered.map((action) => (
        <Button
          key={action.name}
          size={small ? 'small' : 'medium'}
          onClick={() => {
            setOpen(action);
            setJudged(unjudged);
          }}
          {...(action.tone === 'main'
            ? { variant: 'contained' as const, color: 'primary' as const, 'data-approve': '' }
            : {})}
          {...(action.tone === 'danger' ? { 'data-reject': '' } : {})}
        >
          {translate(`action.${kind}.${action.name}.label`)}
        </Button>
      ))}
      {steps.length < actions.length && (
        <Typography variant="body2" sx={{ color: 'tokens.ink2', alignSelf: 'center' }}>
          {translate('action.ownReview')}
        </Typography>
      )}
      {/* What came of it is shown where nothing more may be done, too. */}
      {(steps.length > 0 || open !== undefined) && (
        <EffectSheet
          open={open !== undefined}
          onClose={() => {
            setOpen(undefined);
          }}
          title={words('label')}
          lead={open?.lead ?? words('lead')}
          effects={open?.effects ?? []}
          reason={open?.reason ?? 'none'}
          confirm={words('label')}
          danger={open?.tone === 'danger'}
          ready={open?.judges === undefined || judged.ready}
          run={async ({ reason, key }) => {
            const answer = await provider.command(
              resource,
              id,
              open?.path ?? open?.name ?? '',
              {
                ...(reason === undefined ? {} : { reason }),
                ...(open?.judges === undefined ? {} : { criteria: judged.criteria }),
              },
              key,
            );
            onDone();
            return answer;
          }}
        >
          <LazyChecklist review={review} verdict={open?.judges} onChange={setJudged} />
        </EffectSheet>
      )}
    </>
  );
}
