import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { nothing } from '../parts/money-text';
import { Instant } from '../parts/time';
import { dayOf } from '../parts/time-text';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import { DataTable } from '../table/data-table';
import type { ConfigurationRecord, VersionSummary } from './configuration';
import { StartDraft } from './start-draft';

/** Every version, newest first: who made it and why, who approved it, and when it held. */
export function VersionHistory({ configuration }: { configuration: ConfigurationRecord }): ReactNode {
  const translate = useTranslate();
  const columns = useVersionColumns(configuration);
  return (
    <Card title={translate('configuration.history.title')}>
      <DataTable
        label={translate('configuration.history.title')}
        heading={({ source }) => translate(`resources.configuration-versions.fields.${source}`)}
        columns={columns}
        rows={configuration.versions}
        linkOf={({ id }) => `/configuration-versions/${id.toString()}/show`}
      />
    </Card>
  );
}

function useVersionColumns(configuration: ConfigurationRecord): readonly Column<VersionSummary>[] {
  const translate = useTranslate();
  const actor = useActorText();
  const mayDraft = useMay()('configurations', 'start-draft') && configuration.open === null;
  const who = (name: string | null): string => (name === null ? nothing : actor(name));
  const columns: readonly Column<VersionSummary>[] = [
    { source: 'versionNo', render: ({ versionNo }) => translate('configuration.versionNo', { no: versionNo }) },
    { source: 'state', state: 'configurationVersion' },
    { source: 'inForceFrom', render: (row) => heldText(row) },
    { source: 'note', kind: 'text' },
    { source: 'createdBy', render: ({ createdBy }) => who(createdBy) },
    { source: 'createdAt', render: ({ createdAt }) => <Instant at={createdAt} /> },
    { source: 'decidedBy', render: ({ decidedBy }) => who(decidedBy) },
  ];
  if (!mayDraft) return columns;
  return [
    ...columns,
    {
      source: 'id',
      kind: 'act',
      render: (row) => (row.inForceFrom === null ? null : <StartDraft configuration={configuration} from={row} />),
    },
  ];
}

/** From when to when a version held; a dash for one that never did. */
function heldText({ inForceFrom, inForceTo }: VersionSummary): string {
  if (inForceFrom === null) return nothing;
  return `${dayOf(inForceFrom)} – ${inForceTo === null ? '' : dayOf(inForceTo)}`.trim();
}
