import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { LifeActions } from '../parts/life-actions';
import { RecordPage } from '../parts/record-page';
import { Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import type { BulkRow } from './bulk';
import { BulkProgress } from './bulk-progress';

/** One bulk check, live: how far it is, what came of it, who asked for it and why; it can be cancelled while it runs. */
export default function BulkShow(): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const mayCancel = useMay()('real-name-bulk-checks', 'cancel');
  const label = (field: string): string => translate(`resources.real-name-bulk-checks.fields.${field}`);
  return (
    <RecordPage<BulkRow>
      resource="real-name-bulk-checks"
      title={({ id }) => translate('bulkCheck.title', { id })}
      actions={({ id, state }, refresh) => (
        <LifeActions
          kind="bulkCheck"
          resource="real-name-bulk-checks"
          id={id}
          actions={
            mayCancel && (state === 'waiting' || state === 'running')
              ? [{ name: 'cancel', reason: 'required', tone: 'danger' }]
              : []
          }
          onDone={refresh}
        />
      )}
    >
      {(bulk) => (
        <>
          <Card>
            <BulkProgress id={bulk.id} />
          </Card>
          <Card title={translate('bulkCheck.facts')}>
            <Facts
              facts={[
                { label: label('askedBy'), value: actor(bulk.askedBy) },
                { label: label('reason'), value: bulk.reason },
                { label: label('createdAt'), value: <Instant at={bulk.createdAt} seconds /> },
                { label: label('finishedAt'), value: <Instant at={bulk.finishedAt} seconds /> },
              ]}
            />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
