import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetRecordId, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card, Cards, WithAside } from '../parts/card';
import { Facts } from '../parts/facts';
import { PageHeader } from '../parts/page-header';
import { NoRecord } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { PageSkeleton } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { Day, Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import { StoryLink } from '../timeline/story-link';
import { CompareVersions } from './compare-versions';
import type { ConfigurationRecord } from './configuration';
import { ContentEditor } from './content-editor';
import { AcknowledgementCard } from './kinds/acknowledgement-card';
import { ConfigurationGuide } from './life-guide';
import { RollBack } from './roll-back';
import { ExportButton } from './transfer/export-button';
import { SetReview } from './set-review';
import { StartDraft } from './start-draft';
import { useConfiguration, useOtherVersion } from './use-version';
import { VersionHistory } from './version-history';

/** One configuration: what is in force, what is on its way, what it was, and who works by it. */
export default function ConfigurationShow(): ReactNode {
  const id = String(useGetRecordId());
  const { data, error, refresh } = useConfiguration(id);
  if (error !== undefined && error !== null)
    return <NoRecord error={error} resource="configurations" retry={refresh} />;
  if (data === undefined) return <PageSkeleton />;
  return <Page configuration={data} refresh={refresh} />;
}

interface PageProps {
  configuration: ConfigurationRecord;
  refresh: () => void;
}

function Page({ configuration, refresh }: PageProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { kind, area, name, inForce } = configuration;
  return (
    <>
      <PageHeader
        crumbs={[{ label: translate('resources.configurations.name', { smart_count: 2 }), to: '/configurations' }]}
        title={text(name)}
        chips={
          inForce === null ? (
            <Box component="span" sx={{ color: 'tokens.ink3', fontSize: 13 }}>
              {translate('configuration.neverInForce')}
            </Box>
          ) : (
            <StateChip kind="configurationVersion" state="in-force" />
          )
        }
        facts={[
          translate(`configuration.kind.${kind}.name`),
          translate(`configuration.area.${area}`, { _: area }),
          ...(inForce === null ? [] : [translate('configuration.versionNo', { no: inForce.versionNo })]),
        ]}
        actions={<Actions configuration={configuration} refresh={refresh} />}
      />
      <WithAside
        aside={
          <>
            <ConfigurationGuide />
            {kind === 'procedure' && inForce !== null && <AcknowledgementCard configurationId={configuration.id} />}
            <UsedBy configuration={configuration} />
            <StoryLink resource="configurations" id={configuration.id} />
          </>
        }
      >
        <Cards>
          <Whats configuration={configuration} />
          <InForce configuration={configuration} />
          <VersionHistory configuration={configuration} />
          {configuration.versions.length > 1 && <CompareVersions configuration={configuration} />}
        </Cards>
      </WithAside>
    </>
  );
}

function Actions({ configuration, refresh }: PageProps): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const { open } = configuration;
  return (
    <>
      {configuration.inForce !== null && <ExportButton id={configuration.id} />}
      {may('configurations', 'set-review') && <SetReview configuration={configuration} refresh={refresh} />}
      {may('configuration-versions', 'roll-back') && <RollBack configuration={configuration} refresh={refresh} />}
      {open === null ? (
        may('configurations', 'start-draft') && <StartDraft configuration={configuration} />
      ) : (
        <Button variant="contained" color="primary" component={Link} to={`/configuration-versions/${open.id}/show`}>
          {translate('configuration.openOpen', { no: open.versionNo })}
        </Button>
      )}
    </>
  );
}

function Whats({ configuration }: { configuration: ConfigurationRecord }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const label = (field: string): string => translate(`resources.configurations.fields.${field}`);
  const { description, inForce, open, reviewBy, replayable } = configuration;
  const scheduled = configuration.versions.find(({ state }) => state === 'scheduled');
  return (
    <Card title={translate('configuration.what')}>
      <Box sx={{ fontSize: 13, mb: 1 }}>{text(description)}</Box>
      <Facts
        facts={[
          { label: label('inForceSince'), value: inForce === null ? null : <Instant at={inForce.since} /> },
          {
            label: label('openState'),
            value:
              open === null ? null : (
                <Link to={`/configuration-versions/${open.id.toString()}/show`}>
                  {translate('configuration.versionNo', { no: open.versionNo })} ·{' '}
                  {translate(`state.configurationVersion.${open.state}`)}
                </Link>
              ),
          },
          {
            label: label('openEffectiveFrom'),
            value: scheduled === undefined ? null : <Day day={scheduled.effectiveFrom} />,
          },
          { label: label('reviewBy'), value: <Day day={reviewBy} /> },
          {
            label: label('replayable'),
            value: translate(replayable ? 'configuration.replayable' : 'configuration.noPast'),
          },
        ]}
      />
    </Card>
  );
}

/** What asks for this configuration: what changes when it changes. */
function UsedBy({ configuration: { usedBy } }: { configuration: ConfigurationRecord }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <Card title={translate('configuration.usedBy')}>
      {usedBy.length === 0 ? (
        <Box sx={{ color: 'tokens.ink3' }}>{translate('configuration.usedByNone')}</Box>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: '18px' }}>
          {usedBy.map((words, index) => (
            <li key={index}>{text(words)}</li>
          ))}
        </Box>
      )}
    </Card>
  );
}

/** The version in force, to be read. */
function InForce({ configuration }: { configuration: ConfigurationRecord }): ReactNode {
  const translate = useTranslate();
  const { inForce, kind, key } = configuration;
  const version = useOtherVersion(inForce?.id);
  if (inForce === null) return null;
  return (
    <Card
      title={translate('configuration.inForce', { no: inForce.versionNo })}
      action={
        <Button size="small" component={Link} to={`/configuration-versions/${inForce.id.toString()}/show`}>
          {translate('configuration.openVersion')}
        </Button>
      }
    >
      {version !== undefined && (
        <ContentEditor kind={kind} configurationKey={key} content={version.content} faults={[]} hints={[]} readOnly />
      )}
    </Card>
  );
}
