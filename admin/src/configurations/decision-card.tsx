import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { countText } from '../parts/money-text';
import { Chip } from '../parts/state-chip';
import { Day } from '../parts/time';
import type { VersionRecord } from './configuration';
import { ReplayFigures } from './replay-figures';

/** What the second person decides about, on one card: when it takes effect, what the checks said, what the past would have been. */
export function DecisionCard({ version }: { version: VersionRecord }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const label = (field: string): string => translate(`resources.configuration-versions.fields.${field}`);
  const { check, replay, submittedBy, effectiveFrom, shadowFrom, stateReason, changesTotal, note } = version;
  const passed = check?.results.filter((result) => result.passed).length ?? 0;
  return (
    <Card title={translate('configuration.decision.title')}>
      <Facts
        facts={[
          { label: label('submittedBy'), value: submittedBy === null ? null : actor(submittedBy) },
          { label: label('effectiveFrom'), value: <Day day={effectiveFrom} /> },
          { label: label('stateReason'), value: stateReason },
          ...(note === '' ? [] : [{ label: label('note'), value: note }]),
          ...(shadowFrom === null ? [] : [{ label: label('shadowFrom'), value: <Day day={shadowFrom} /> }]),
          { label: translate('configuration.tabs.changes'), value: countText(changesTotal) },
          {
            label: translate('configuration.tabs.cases'),
            value:
              check === null ? null : (
                <Chip tone={check.passed ? 'good' : 'bad'}>
                  {translate('configuration.cases.passed', { passed, count: check.results.length })}
                </Chip>
              ),
          },
        ]}
      />
      {replay !== null && (
        <Box sx={{ mt: 1 }}>
          <ReplayFigures replay={replay} />
        </Box>
      )}
    </Card>
  );
}
