import { addDays } from '@linggong/core/domain';
import { Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import type { ConsoleDataProvider } from '../provider';
import type { ConfigurationRecord } from './configuration';

interface SetReviewProps {
  configuration: ConfigurationRecord;
  refresh: () => void;
}

/** Says that it was reviewed and stays as it is, and by when it is looked at again; a second person decides (复审). */
export function SetReview({ configuration, refresh }: SetReviewProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState('');
  const { id, inForce, kind, reviewBy } = configuration;
  // The day of a procedure stands in its text.
  if (inForce === null || kind === 'procedure') return null;
  const tomorrow = addDays(today(), 1);
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('procedures.review.label')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          refresh();
        }}
        title={translate('procedures.review.label')}
        lead={translate('procedures.review.lead')}
        effects={[{ label: translate('resources.configurations.fields.reviewBy'), value: reviewBy ?? '—' }]}
        notes={[translate('procedures.review.second')]}
        reason="required"
        ready={day >= tomorrow}
        confirm={translate('procedures.review.label')}
        run={({ reason, key }) => provider.command('configurations', id, 'review-day', { reviewBy: day, reason }, key)}
        done={() => <Typography>{translate('procedures.review.done')}</Typography>}
      >
        <DateField
          required
          label={translate('resources.configurations.fields.reviewBy')}
          value={day}
          onChange={setDay}
          min={tomorrow}
        />
      </EffectSheet>
    </>
  );
}
