import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { BackupStatus } from '../backups/backup-status';
import { useFindingWords } from '../findings/finding-list';
import type { FindingRow } from '../findings/finding';
import { Card, Cards } from '../parts/card';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { ListTiles, type ListQuestion } from './list-tiles';

const unsettled = { state: ['open', 'recurring', 'acknowledged'] };

/** System administrator (系统管理员): is it well, can it be brought back, what stands in the queues. */
export default function SystemBoard(): ReactNode {
  const translate = useTranslate();
  const words = useFindingWords();
  const questions = useMemo<ListQuestion[]>(
    () => [
      { key: 'failed', resource: 'jobs', filter: { state: 'failed' } },
      { key: 'waiting', resource: 'jobs', filter: { state: 'waiting' } },
      { key: 'deliveries', resource: 'event-deliveries', filter: {} },
      { key: 'findings', resource: 'findings', filter: unsettled },
    ],
    [],
  );
  const columns: readonly Column<FindingRow>[] = [
    { source: 'kind', render: words, text: words, phone: 'title' },
    { source: 'state', state: 'finding', phone: 'chip' },
    { source: 'differences', kind: 'count', phone: 'end' },
    { source: 'firstSeenAt', kind: 'instant', phone: 'note' },
  ];
  return (
    <>
      <ListTiles board="system" questions={questions} />
      <Cards>
        <BackupStatus action={<Link to="/backups">{translate('keeping.backups')}</Link>} />
        <Card title={translate('boards.system.found')}>
          <RecordList<FindingRow>
            resource="findings"
            columns={columns}
            sort={{ field: 'firstSeenAt', order: 'ASC' }}
            only={unsettled}
            none={translate('boards.system.none')}
          />
        </Card>
      </Cards>
    </>
  );
}
