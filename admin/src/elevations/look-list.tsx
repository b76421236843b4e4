import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { nothing } from '../parts/money-text';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { RowName } from '../parts/row-name';
import { kindOfList } from '../parts/row-page';
import { placeOfLook, type LookRow } from './elevation';

/** Every look under one elevation (查看记录), newest first: which page, which row, how many rows it showed. */
export function LookList({ elevationId }: { elevationId: string }): ReactNode {
  const translate = useTranslate();
  const outcome = ({ status }: LookRow): string => translate(`elevation.look.${status < 400 ? 'shown' : 'refused'}`);
  const field = ({ clearField }: LookRow): string =>
    clearField === null ? nothing : translate(`unmask.field.${clearField}`, { _: clearField });
  const place = ({ route }: LookRow): string => {
    const found = placeOfLook(route);
    if (found === undefined) return route;
    const name = translate(`resources.${found.list}.name`, { smart_count: 2, _: found.list });
    return translate(`matrix.${found.kind}`, { name });
  };
  const columns: readonly Column<LookRow>[] = [
    { source: 'at', kind: 'instant', sortable: true, phone: 'title' },
    { source: 'route', render: (row) => <span title={row.route}>{place(row)}</span>, text: place, phone: 'note' },
    { source: 'subjectId', render: (row) => <Looked row={row} />, text: (row) => row.subjectId ?? '', phone: 'note' },
    { source: 'clearField', render: field, text: field },
    { source: 'rows', kind: 'count', phone: 'end' },
    { source: 'status', render: outcome, text: outcome, phone: 'chip' },
  ];
  return (
    <Card title={translate('elevation.looks')}>
      <RecordList<LookRow>
        resource="elevation-looks"
        columns={columns}
        sort={{ field: 'at', order: 'DESC' }}
        only={{ elevationId }}
        linkOf={() => undefined}
      />
    </Card>
  );
}

/** The row that was looked at, by its number; a list has none. */
function Looked({ row: { route, subjectId } }: { row: LookRow }): ReactNode {
  const kind = kindOfList(placeOfLook(route)?.list ?? '');
  if (subjectId === null) return nothing;
  return kind === undefined ? subjectId : <RowName kind={kind} id={subjectId} otherwise={subjectId} linked />;
}
