import { Button, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import type { PeriodReview, ReviewResource } from './period-review';

interface EndReviewProps {
  resource: ReviewResource;
  review: PeriodReview;
  onDone: () => void;
}

/** Signing off and giving back, for somebody else than who made it; what came of it stays in sight when the review has ended. */
export function EndReview({ resource, review, onDone }: EndReviewProps): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [act, setAct] = useState<'sign-off' | 'give-back' | undefined>(undefined);
  const [conclusion, setConclusion] = useState('');
  const waits = review.state === 'made';
  if (review.isOwn)
    return waits && may(resource, 'sign-off') ? (
      <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
        {translate('periodReview.own')}
      </Typography>
    ) : null;
  const word = (part: string): string => translate(`periodReview.${act ?? 'sign-off'}.${part}`);
  const opens = (name: 'sign-off' | 'give-back'): ReactNode =>
    waits &&
    may(resource, name) && (
      <Button
        onClick={() => {
          setAct(name);
        }}
        {...(name === 'sign-off'
          ? { variant: 'contained' as const, color: 'primary' as const, 'data-approve': '' }
          : { 'data-reject': '' })}
      >
        {translate(`periodReview.${name}.title`)}
      </Button>
    );
  return (
    <>
      {opens('give-back')}
      {opens('sign-off')}
      <EffectSheet
        open={act !== undefined}
        onClose={() => {
          setAct(undefined);
          setConclusion('');
        }}
        title={word('title')}
        lead={word('lead')}
        effects={[{ label: translate('periodReview.findings'), value: review.findings.length }]}
        ready={conclusion.trim().length >= 2}
        confirm={word('title')}
        danger={act === 'give-back'}
        run={async ({ key }) => {
          const body = { conclusion: conclusion.trim() };
          const done = await provider.command(resource, review.id, act ?? '', body, key);
          onDone();
          return done;
        }}
      >
        <TextField
          required
          multiline
          minRows={3}
          label={translate('periodReview.conclusion')}
          value={conclusion}
          onChange={(event) => {
            setConclusion(event.target.value);
          }}
          slotProps={{ htmlInput: { maxLength: 2000 } }}
        />
      </EffectSheet>
    </>
  );
}
