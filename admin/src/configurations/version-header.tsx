import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { PageHeader } from '../parts/page-header';
import { StateChip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { dayOf, dayText } from '../parts/time-text';
import { goToUnread } from '../parts/unread';
import type { ConfigurationRecord, VersionAnswered, VersionRecord } from './configuration';
import { RollBack } from './roll-back';
import { SubmitButton } from './submit-sheet';
import { useCheck } from './use-check';
import type { Working } from './use-working-copy';

interface VersionHeaderProps {
  configuration: ConfigurationRecord;
  version: VersionRecord;
  working: Working;
  editable: boolean;
  refresh: () => void;
  put: (version: VersionAnswered) => void;
}

/** Which version of what, how it stands, and what the reader may do next. */
export function VersionHeader(props: VersionHeaderProps): ReactNode {
  const { version } = props;
  const translate = useTranslate();
  const text = useText2();
  const name = text(version.name);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: translate('resources.configurations.name', { smart_count: 2 }), to: '/configurations' },
          { label: name, to: `/configurations/${version.configurationId.toString()}/show` },
        ]}
        title={`${name} · ${translate('configuration.versionNo', { no: version.versionNo })}`}
        chips={<StateChip kind="configurationVersion" state={version.state} />}
        facts={[
          translate(`configuration.kind.${version.kind}.name`),
          ...heldFacts(version, translate),
          <Link key="all" to={`/configurations/${version.configurationId.toString()}/show`}>
            {translate('configuration.allVersions')}
          </Link>,
        ]}
        actions={<Actions {...props} />}
      />
    </>
  );
}

/** From when it holds, will hold, and until when it held. */
function heldFacts(version: VersionRecord, translate: (key: string, values: object) => string): string[] {
  const { state, effectiveFrom, inForceFrom, inForceTo } = version;
  if (inForceFrom !== null && inForceTo !== null)
    return [translate('configuration.held', { from: dayOf(inForceFrom), to: dayOf(inForceTo) })];
  if (inForceFrom !== null) return [translate('configuration.since', { day: dayOf(inForceFrom) })];
  return effectiveFrom !== null && ['submitted', 'scheduled'].includes(state)
    ? [translate('configuration.from', { day: dayText(effectiveFrom) })]
    : [];
}

type Act = VersionRecord['allowed'][number];

const decisions: readonly (LifeAction & { name: Act })[] = [
  { name: 'withdraw', reason: 'required' },
  { name: 'discard', reason: 'required', tone: 'danger' },
  { name: 'reject', reason: 'required', tone: 'danger' },
  { name: 'approve', reason: 'optional', tone: 'main' },
];

function Actions({ configuration, version, working, editable, refresh, put }: VersionHeaderProps): ReactNode {
  const translate = useTranslate();
  const may = (act: Act): boolean => version.allowed.includes(act);
  const { check, checking, error } = useCheck(version, put);
  const [seen, setSeen] = useState<unknown>(undefined);
  return (
    <>
      <LifeActions
        kind="configurationVersion"
        resource="configuration-versions"
        id={version.id}
        actions={working.dirty ? [] : decisions.filter(({ name }) => may(name))}
        onDone={refresh}
      />
      {editable && (
        <Button
          onClick={() => {
            if (!goToUnread(document)) working.save();
          }}
          disabled={!working.dirty || working.saving.at === 'saving'}
          {...(working.dirty ? { variant: 'contained' as const, color: 'primary' as const } : {})}
        >
          {translate(working.saving.at === 'saving' ? 'sheet.running' : 'ra.action.save')}
        </Button>
      )}
      {may('check') && !working.dirty && version.state === 'draft' && (
        <Button
          variant="contained"
          color="primary"
          disabled={checking}
          onClick={() => {
            if (!goToUnread(document)) check();
          }}
        >
          {translate(checking ? 'sheet.running' : 'configuration.check.label')}
        </Button>
      )}
      {may('roll-back') && (
        <RollBack
          configuration={configuration}
          waits={version.waiting.some(({ action }) => action === 'roll-back')}
          refresh={refresh}
        />
      )}
      <SubmitButton isOffered={may('submit') && !working.dirty} version={version} refresh={refresh} />
      {error !== undefined && error !== seen && (
        <Trouble
          error={error}
          retry={() => {
            setSeen(error);
            check();
          }}
        />
      )}
    </>
  );
}
