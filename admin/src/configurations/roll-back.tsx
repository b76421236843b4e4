import { Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { countText } from '../parts/money-text';
import type { ConsoleDataProvider } from '../provider';
import { ChangeList } from './change-list';
import type { ConfigurationRecord, VersionSummary } from './configuration';
import { useChanges } from './use-changes';

/** The version that comes back when the one in force is rolled back: the one that it superseded last. */
export function versionBefore(versions: readonly VersionSummary[]): VersionSummary | undefined {
  return versions
    .filter(({ state }) => state === 'superseded')
    .sort((one, other) => (other.inForceTo ?? '').localeCompare(one.inForceTo ?? ''))[0];
}

interface RollBackProps {
  configuration: ConfigurationRecord;
  /** It is asked for already: nothing is offered, and what is open stays. */
  waits?: boolean;
  refresh: () => void;
}

/** Asks to bring the version before back; a second person decides, and until then nothing changes. */
export function RollBack({ configuration, waits = false, refresh }: RollBackProps): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const before = versionBefore(configuration.versions);
  if (configuration.inForce === null || before === undefined) return null;
  return (
    <>
      {!waits && (
        <Button
          data-reject=""
          onClick={() => {
            setOpen(true);
          }}
        >
          {translate('configuration.rollBack.label')}
        </Button>
      )}
      {open && (
        <Sheet
          configuration={configuration}
          before={before}
          inForce={configuration.inForce}
          onClose={() => {
            setOpen(false);
            refresh();
          }}
        />
      )}
    </>
  );
}

interface SheetProps {
  configuration: ConfigurationRecord;
  inForce: NonNullable<ConfigurationRecord['inForce']>;
  before: VersionSummary;
  onClose: () => void;
}

function Sheet({ configuration, inForce, before, onClose }: SheetProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const changes = useChanges(configuration.kind, inForce.id, before.id);
  const version = (no: number): string => translate('configuration.versionNo', { no });
  return (
    <EffectSheet
      open
      onClose={onClose}
      title={translate('configuration.rollBack.label')}
      lead={translate('configuration.rollBack.lead')}
      effects={[
        { label: translate('configuration.rollBack.ends'), value: version(inForce.versionNo) },
        { label: translate('configuration.rollBack.returns'), value: version(before.versionNo), strong: true },
        { label: translate('configuration.rollBack.changes'), value: countText(changes?.length) },
      ]}
      notes={[translate('configuration.rollBack.second'), translate('configuration.rollBack.running')]}
      reason="required"
      confirm={translate('configuration.rollBack.label')}
      danger
      run={({ reason, key }) => provider.command('configuration-versions', inForce.id, 'roll-back', { reason }, key)}
      done={() => <Typography>{translate('configuration.rollBack.done')}</Typography>}
    >
      {changes !== undefined && <ChangeList changes={changes} />}
    </EffectSheet>
  );
}
