import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetOne, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Guide } from '../parts/guide';
import { Masked } from '../parts/masked';
import { Money } from '../parts/money';
import { RecordPage } from '../parts/record-page';
import { Reveal } from '../parts/reveal';
import { RowName } from '../parts/row-name';
import { StateChip } from '../parts/state-chip';
import { useMay } from '../session/use-me';
import type { WorkerRecord } from '../workers/worker';
import { CallCard } from './call-card';
import { CallHistory } from './call-history';
import { CheckCard } from './check-card';
import type { ItemRecord } from './inspection';
import { KindOfWork } from './kind-of-work';
import { NextItem } from './next-item';

/** One payment that was drawn, as it is used on the phone: whom to call, the script, then the papers. */
export default function ItemShow(): ReactNode {
  return (
    <RecordPage<ItemRecord>
      resource="inspection-items"
      title={({ itemNumber }) => itemNumber}
      chips={({ state }) => <StateChip kind="inspectionItem" state={state} />}
      actions={(record) => <NextItem record={record} />}
      aside={() => <Guide name="inspectionItem" steps={4} />}
    >
      {(record, refresh) => (
        <>
          <ItemFacts record={record} />
          <Contact workerId={record.workerId} />
          <CallCard key={`call ${record.id.toString()}`} record={record} refresh={refresh} />
          <CallHistory record={record} />
          <CheckCard key={`check ${record.id.toString()}`} record={record} refresh={refresh} />
        </>
      )}
    </RecordPage>
  );
}

function ItemFacts({ record }: { record: ItemRecord }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const label = (field: string): string => translate(`resources.inspection-items.fields.${field}`);
  return (
    <Card title={translate('inspections.item.facts')}>
      <Facts
        facts={[
          {
            label: label('itemNumber'),
            value: may('orders', 'show') ? (
              <Link to={`/orders/${record.itemId.toString()}/show`}>{record.itemNumber}</Link>
            ) : (
              record.itemNumber
            ),
          },
          { label: label('amountFen'), value: <Money fen={record.amountFen} total /> },
          {
            label: label('enterpriseNumber'),
            value: <RowName kind="enterprise" id={record.enterpriseId} otherwise={record.enterpriseNumber} linked />,
          },
          {
            label: label('workerNumber'),
            value: <RowName kind="worker" id={record.workerId} otherwise={record.workerNumber} linked />,
          },
          ...(record.kindOfWork !== null && may('tasks', 'list')
            ? [{ label: label('kindOfWork'), value: <KindOfWork code={record.kindOfWork} /> }]
            : []),
          ...(may('inspections', 'show')
            ? [
                {
                  label: label('inspectionId'),
                  value: (
                    <RowName
                      kind="inspection"
                      id={record.inspectionId}
                      otherwise={record.inspectionId.toString()}
                      linked
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

/** Whom to call: masked, with the eye that asks what for; the clear number is never kept here. */
function Contact({ workerId }: { workerId: number }): ReactNode {
  const translate = useTranslate();
  const readable = useMay()('workers', 'show');
  const { data } = useGetOne<WorkerRecord>(
    'workers',
    { id: workerId, meta: { whole: true } },
    { enabled: readable, retry: false },
  );
  if (data === undefined) return null;
  const label = (field: string): string => translate(`resources.workers.fields.${field}`);
  const reveal = (field: string, shown: ReactNode): ReactNode => (
    <Reveal of={{ kind: 'worker', id: workerId, field }} label={label(field)}>
      {shown}
    </Reveal>
  );
  return (
    <Card title={translate('inspections.item.contact')}>
      <Facts
        facts={[
          { label: label('name'), value: reveal('name', data.name) },
          { label: label('phone'), value: data.phone && reveal('phone', <Masked text={data.phone} />) },
        ]}
      />
      <Box sx={{ fontSize: 12, color: 'tokens.ink3' }}>{translate('inspections.item.contactHelp')}</Box>
    </Card>
  );
}
