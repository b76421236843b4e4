import type { VersionState } from '@linggong/studio/domain';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { nothing } from '../parts/money-text';
import { useText2 } from '../parts/text2';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { nameOf, type ConfigurationRow } from './configuration';
import { kindFilter } from './kind-options';

/** A row of `/api/console/configuration-versions`. */
interface VersionRow extends Pick<ConfigurationRow, 'id' | 'kind' | 'nameZh' | 'nameEn'> {
  versionNo: number;
  state: VersionState;
  note: string;
  effectiveFrom: string | null;
  inForceFrom: string | null;
  submittedBy: string | null;
  decidedBy: string | null;
  updatedAt: string;
}

/** The versions of all configurations, the newest first: who changed what the platform works by, and who approved it. */
export default function VersionList(): ReactNode {
  const translate = useTranslate();
  const columns = useColumns();
  const filters: readonly Filter[] = [
    kindFilter(translate),
    { source: 'state', kind: 'state', states: 'configurationVersion' },
  ];
  return (
    <RecordList<VersionRow>
      resource="configuration-versions"
      columns={columns}
      filters={filters}
      sort={{ field: 'updatedAt', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.configurationVersion.submitted'), filter: { state: ['submitted'] } },
        { label: translate('state.configurationVersion.scheduled'), filter: { state: ['scheduled'] } },
        { label: translate('state.configurationVersion.in-force'), filter: { state: ['in-force'] } },
      ]}
    />
  );
}

function useColumns(): readonly Column<VersionRow>[] {
  const translate = useTranslate();
  const text = useText2();
  const actor = useActorText();
  const named = (row: VersionRow): string => text(nameOf(row));
  const kind = (row: VersionRow): string => translate(`configuration.kind.${row.kind}.name`);
  const number = ({ versionNo }: VersionRow): string => translate('configuration.versionNo', { no: versionNo });
  const who = (source: 'submittedBy' | 'decidedBy'): Column<VersionRow> => {
    const of = (row: VersionRow): string => (row[source] === null ? nothing : actor(row[source]));
    return { source, render: of, text: of };
  };
  return [
    { source: 'nameZh', render: named, text: named, phone: 'title' },
    { source: 'kind', render: kind, text: kind, sortable: true, phone: 'note' },
    { source: 'versionNo', render: number, text: number, phone: 'end' },
    { source: 'state', state: 'configurationVersion', sortable: true, phone: 'chip' },
    { source: 'effectiveFrom', kind: 'day', sortable: true },
    { source: 'inForceFrom', kind: 'instant', sortable: true, hidden: true },
    { ...who('submittedBy'), hidden: true },
    who('decidedBy'),
    { source: 'updatedAt', kind: 'instant', sortable: true, phone: 'note' },
    { source: 'note', kind: 'text', hidden: true },
  ];
}
