import { Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { instantText } from '../parts/time-text';
import { askedOf } from './approval';

/** In the place of "done": nothing is done yet, a second person decides. Undefined where the action was done. */
export function useAsked(): (answer: unknown) => ReactNode | undefined {
  const translate = useTranslate();
  return (answer) => {
    const asked = askedOf(answer);
    if (asked === undefined) return undefined;
    const { id, expiresAt } = asked;
    return (
      <>
        <Typography sx={{ fontWeight: 600 }}>{translate('approvals.asked')}</Typography>
        <Typography>{translate('approvals.askedWhy')}</Typography>
        {expiresAt !== null && (
          <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
            {translate('approvals.askedUntil', { at: instantText(expiresAt) })}
          </Typography>
        )}
        <Button component={Link} to={`/approvals/${id}/show`} sx={{ justifySelf: 'start' }}>
          {translate('approvals.askedOpen')}
        </Button>
      </>
    );
  };
}
