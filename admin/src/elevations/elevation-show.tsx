import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { LifeActions } from '../parts/life-actions';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import { actsOn, type ElevationRow } from './elevation';
import { useFreshRights, Whose } from './elevation-list';
import { LookList } from './look-list';

/** One elevation: who was let look at what and why, each of his looks, and the word of who let him. */
export default function ElevationShow(): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const may = useMay();
  useFreshRights();
  return (
    <RecordPage<ElevationRow>
      resource="elevations"
      title={({ resource }) =>
        translate('elevation.titled', { what: translate(`audit.noun.${resource}`, { _: resource }) })
      }
      chips={({ state }) => <StateChip kind="elevation" state={state} />}
      facts={({ accountName }) => [actor(accountName)]}
      actions={({ id, state }, refresh) => (
        <LifeActions
          kind="elevation"
          resource="elevations"
          id={id}
          actions={actsOn(state, (action) => may('elevations', action)).map((name) => ({
            name,
            reason: 'required',
            tone: name === 'review' ? 'main' : 'danger',
          }))}
          onDone={refresh}
        />
      )}
    >
      {(elevation) => (
        <>
          <ElevationFacts elevation={elevation} />
          <LookList elevationId={elevation.id} />
        </>
      )}
    </RecordPage>
  );
}

/** Whose rows it opens, by the name that people know. */
function ElevationFacts({ elevation }: { elevation: ElevationRow }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const label = (field: string): string => translate(`resources.elevations.fields.${field}`);
  const looks = translate(`approvals.values.looks.${elevation.actions.join(', ')}`, {
    _: elevation.actions.join(', '),
  });
  const { reason, grantedName, fromAt, untilAt, endedAt, endedBecause, reviewedName, reviewedAt, review } = elevation;
  const ended =
    endedBecause === null
      ? []
      : [{ label: label('endedBecause'), value: translate(`elevation.because.${endedBecause}`) }];
  const reviewed =
    reviewedName === null
      ? []
      : [
          { label: label('reviewedName'), value: actor(reviewedName) },
          { label: label('reviewedAt'), value: <Instant at={reviewedAt} /> },
          { label: label('review'), value: review },
        ];
  return (
    <Card
      title={translate('elevation.facts')}
      action={
        <Button component={Link} to={`/approvals/${elevation.approvalId}/show`} size="small">
          {translate('elevation.approval')}
        </Button>
      }
    >
      <Facts
        facts={[
          { label: label('reach'), value: <Whose row={elevation} linked /> },
          { label: label('actions'), value: looks },
          { label: label('reason'), value: reason },
          { label: label('grantedName'), value: actor(grantedName) },
          { label: label('fromAt'), value: <Instant at={fromAt} /> },
          { label: label('untilAt'), value: <Instant at={untilAt} /> },
          { label: label('endedAt'), value: <Instant at={endedAt} /> },
          ...ended,
          ...reviewed,
        ]}
      />
    </Card>
  );
}
