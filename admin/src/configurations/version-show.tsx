import { Box } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { useGetRecordId, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { WithAside, Cards } from '../parts/card';
import { NoRecord } from '../parts/record-page';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { Stepper } from '../parts/stepper';
import { StoryLink } from '../timeline/story-link';
import { CasesTab } from './cases-tab';
import { ChangesTab } from './changes-tab';
import type { ConfigurationRecord, VersionAnswered, VersionRecord } from './configuration';
import { fetchEditor } from './content-editor';
import { ConflictDialog } from './conflict-dialog';
import { ContentTab } from './content-tab';
import { DecisionCard } from './decision-card';
import { presentStep, stepsOf } from './life-step';
import { VersionGuide } from './life-guide';
import { NextStep } from './next-step';
import { PinnedCard } from './pinned-card';
import { ReplayTab } from './replay-tab';
import { Restored } from './restored';
import { ShadowTab } from './shadow-tab';
import { useFindings } from './use-findings';
import { useConfiguration, useVersion } from './use-version';
import { useWorkingCopy } from './use-working-copy';
import { VersionHeader } from './version-header';
import { VersionTimeline } from './version-timeline';
import { tabsOf, VersionTabs, type VersionTab } from './version-tabs';

/** One version of a configuration from its draft to its end. */
export default function VersionShow(): ReactNode {
  const id = String(useGetRecordId());
  const { data, error, refresh, put } = useVersion(id);
  const configuration = useConfiguration(data?.configurationId).data;
  const kind = data?.kind;
  useEffect(() => {
    if (kind !== undefined) fetchEditor(kind);
  }, [kind]);
  if (error !== undefined && error !== null)
    return <NoRecord error={error} resource="configurations" retry={refresh} />;
  if (data === undefined || configuration === undefined) return <PageSkeleton />;
  return (
    <Page
      key={id}
      configuration={configuration}
      version={{ ...data, replayable: configuration.replayable }}
      refresh={refresh}
      put={put}
    />
  );
}

interface PageProps {
  configuration: ConfigurationRecord;
  version: VersionRecord;
  refresh: () => void;
  put: (version: VersionAnswered) => void;
}

function Page({ configuration, version, refresh, put }: PageProps): ReactNode {
  const translate = useTranslate();
  const editable = version.allowed.includes('edit');
  const working = useWorkingCopy(version, editable, put);
  const [tab, setTab] = useTab(version);
  const live = useFindings(version.kind, working.copy.content, working.dirty);
  const seen = live === undefined ? version : { ...version, faults: live.faults, hints: live.hints };
  const steps = stepsOf(version.replayable);
  return (
    <>
      <VersionHeader
        configuration={configuration}
        version={version}
        working={working}
        editable={editable}
        refresh={refresh}
        put={put}
      />
      <Stepper
        label={translate('configuration.steps.label')}
        steps={steps.map((key) => ({ key, label: translate(`configuration.steps.${key}`) }))}
        now={presentStep(version)}
      />
      <Cards>
        <NextStep version={seen} inForce={configuration.inForce} dirty={working.dirty} onTab={setTab} />
        {working.restored && <Restored version={version} working={working} />}
        {working.saving.at === 'refused' && <Trouble error={working.saving.error} />}
        {version.allowed.includes('reject') && <DecisionCard version={version} />}
        <WithAside
          wide={tab === 'content' && (version.kind === 'decision-table' || version.kind === 'form')}
          aside={
            <>
              <VersionGuide />
              <PinnedCard version={version} />
              <VersionTimeline version={version} />
              <StoryLink resource="configurations" id={version.configurationId} />
            </>
          }
        >
          <VersionTabs
            version={seen}
            dirty={working.dirty}
            cases={working.copy.cases.length}
            tab={tab}
            onTab={setTab}
          />
          <Box>
            {tab === 'content' && (
              <ContentTab
                version={seen}
                foundIn={live?.content ?? version.content}
                working={working}
                editable={editable}
              />
            )}
            {tab === 'cases' && <CasesTab version={seen} working={working} editable={editable} />}
            {tab === 'changes' && <ChangesTab version={version} working={working} />}
            {tab === 'replay' && <ReplayTab version={version} dirty={working.dirty} refresh={refresh} />}
            {tab === 'shadow' && <ShadowTab version={version} />}
          </Box>
        </WithAside>
      </Cards>
      {working.saving.at === 'conflict' && <ConflictDialog theirs={working.saving.theirs} working={working} />}
    </>
  );
}

/** The tab stands in the address, so that it can be sent to somebody; who decides sees the changes first. */
function useTab(version: VersionRecord): [VersionTab, (tab: VersionTab) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab');
  const tab = tabsOf(version).find((name) => name === asked);
  const usual: VersionTab = version.allowed.includes('approve') ? 'changes' : 'content';
  return [
    tab ?? usual,
    (next) => {
      setSearch({ tab: next }, { replace: true });
    },
  ];
}
