import { Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useRefresh, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import { dayOf } from '../parts/time-text';
import { isRecord, type ConsoleDataProvider } from '../provider';
import type { ReviewResource } from './period-review';

interface MakeReviewProps {
  resource: ReviewResource;
  open: boolean;
  onClose: () => void;
}

/** The month before this one in Asia/Shanghai, which is reviewed next. */
function lastMonth(): string {
  const [year = 0, month = 0] = dayOf(new Date()).split('-').map(Number);
  return month === 1 ? `${(year - 1).toString()}-12` : `${year.toString()}-${(month - 1).toString().padStart(2, '0')}`;
}

/** Counts a month that is over; what was counted stays. */
export function MakeReview({ resource, open, onClose }: MakeReviewProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const refresh = useRefresh();
  const [month, setMonth] = useState(lastMonth);
  return (
    <EffectSheet<unknown>
      open={open}
      onClose={onClose}
      title={translate('periodReview.make.title')}
      lead={translate('periodReview.make.lead')}
      notes={[translate('periodReview.make.note')]}
      ready={month !== ''}
      confirm={translate('periodReview.make.title')}
      run={async ({ key }) => {
        const made = await provider.command(resource, undefined, '', { month }, key);
        refresh();
        return made;
      }}
      done={(made) => <Made resource={resource} made={made} />}
    >
      <DateField
        month
        required
        label={translate(`resources.${resource}.fields.month`)}
        value={month}
        max={lastMonth()}
        onChange={setMonth}
      />
    </EffectSheet>
  );
}

function Made({ resource, made }: { resource: ReviewResource; made: unknown }): ReactNode {
  const translate = useTranslate();
  const id = isRecord(made) && typeof made['id'] === 'number' ? made['id'] : undefined;
  const findings = isRecord(made) && Array.isArray(made['findings']) ? made['findings'].length : 0;
  return (
    <>
      <Typography>{translate('periodReview.make.done', { findings })}</Typography>
      {id !== undefined && (
        <Button component={Link} to={`/${resource}/${id.toString()}/show`} color="primary">
          {translate('periodReview.make.open')}
        </Button>
      )}
    </>
  );
}
