import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetRecordId, useRefresh, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card, Cards, WithAside } from '../parts/card';
import { Facts } from '../parts/facts';
import { LifeActions } from '../parts/life-actions';
import { countText } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { Timeline } from '../parts/timeline';
import { useMay } from '../session/use-me';
import { actionsOf, type FindingRecord } from './finding';
import { useFindingWords, useOwnerName } from './finding-list';

/** One finding: what differs, where to look, whose it is, what was done about it. */
export default function FindingShow(): ReactNode {
  const words = useFindingWords();
  const owner = useOwnerName();
  const may = useMay();
  const refresh = useRefresh();
  const id = Number(useGetRecordId());
  return (
    <RecordPage<FindingRecord>
      resource="findings"
      title={words}
      chips={({ state }) => <StateChip kind="finding" state={state} />}
      facts={(finding) => [owner(finding.owner)]}
      actions={({ state }) => (
        <LifeActions
          kind="finding"
          resource="findings"
          id={id}
          actions={actionsOf(state)
            .filter((action) => may('findings', action))
            .map((name) => ({ name, reason: name === 'resolve' ? ('required' as const) : ('none' as const) }))}
          onDone={refresh}
        />
      )}
    >
      {(finding) => (
        <WithAside aside={<History finding={finding} />}>
          <Cards>
            <FindingFacts finding={finding} />
            <Samples finding={finding} />
          </Cards>
        </WithAside>
      )}
    </RecordPage>
  );
}

function FindingFacts({ finding }: { finding: FindingRecord }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const label = (field: string): string => translate(`resources.findings.fields.${field}`);
  const audit = translate(`keeping.audit.${finding.audit}`, { _: finding.audit });
  return (
    <Card title={translate('keeping.facts')}>
      <Facts
        facts={[
          { label: label('audit'), value: audit },
          { label: label('differences'), value: countText(finding.differences) },
          { label: label('firstSeenAt'), value: <Instant at={finding.firstSeenAt} /> },
          { label: label('lastSeenAt'), value: <Instant at={finding.lastSeenAt} /> },
          { label: label('timesSeen'), value: countText(finding.timesSeen) },
          { label: label('auditCompared'), value: countText(finding.auditCompared) },
          { label: label('auditRanAt'), value: <Instant at={finding.auditRanAt} /> },
          {
            label: label('acknowledgedBy'),
            value: finding.acknowledgedBy === null ? undefined : actor(finding.acknowledgedBy),
          },
          { label: label('endReason'), value: finding.endReason },
        ]}
      />
    </Card>
  );
}

/** Numbers and codes to look up; the server gives some, never people. */
function Samples({ finding: { samples } }: { finding: FindingRecord }): ReactNode {
  const translate = useTranslate();
  if (samples.length === 0) return null;
  return (
    <Card title={translate('keeping.samples', { count: samples.length.toString() })}>
      <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: 13 }}>
        {samples.map((sample) => (
          <li key={sample}>{sample}</li>
        ))}
      </Box>
    </Card>
  );
}

function History({ finding }: { finding: FindingRecord }): ReactNode {
  const translate = useTranslate();
  return (
    <Timeline
      items={finding.steps.map(({ step, at, actor, reason }) => ({
        at,
        actor,
        reason,
        text: translate(`keeping.step.${step}`),
      }))}
    />
  );
}
