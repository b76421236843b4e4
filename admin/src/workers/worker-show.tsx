import type { OrderRow } from '@linggong/settlement/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { orderColumns } from '../orders/order-columns';
import { EndFacts } from '../locked-workers/end-facts';
import { LazyRecordCard } from '../form-records/lazy-record-card';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Guide } from '../parts/guide';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { Masked } from '../parts/masked';
import { RecordPage } from '../parts/record-page';
import { Reveal } from '../parts/reveal';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { dayText } from '../parts/time-text';
import { ConsentCard } from '../consents/consent-card';
import { ReportRisk } from '../risk-cases/report-risk';
import { RiskOnPage } from '../risk-decisions/risk-on-page';
import { MeasuresOnPage } from '../risk-measures/measures-on-page';
import { SendButton } from '../contracts/send-button';
import { useMay, useMe } from '../session/use-me';
import { ListCard } from '../table/list-card';
import { TaxYearCard } from './tax-year';
import { CorrectWorker } from './correct-worker';
import { LeaveCard } from './leave-card';
import { WorkerCards } from './worker-cards';
import type { WorkerRecord } from './worker';

const own = orderColumns.filter(({ source }) => source !== 'workerNameMasked');

/** What the reader may do with a worker as he stands. */
function useActions(): (record: WorkerRecord) => LifeAction[] {
  const may = useMay();
  return ({ allowedActions }) =>
    allowedActions
      .filter((name) => may('workers', name))
      .map((name) => ({
        name,
        reason: 'required' as const,
        tone: name === 'resume' || name === 'return' ? ('main' as const) : ('danger' as const),
      }));
}

/** One worker: identity and its check, cards, authorization, what he was paid. */
export default function WorkerShow(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const self = useMe()?.account.role === 'worker';
  const actionsOf = useActions();
  return (
    <RecordPage<WorkerRecord>
      resource="workers"
      title={({ name, number }) => `${name} ${number}`}
      chips={({ state, realNameState }) => (
        <>
          <StateChip kind="worker" state={state} />
          <StateChip kind="realName" state={realNameState} />
        </>
      )}
      facts={({ stateReason }) => (stateReason == null ? [] : [stateReason])}
      actions={(record, refresh) => (
        <>
          {record.state !== 'deregistered' && (
            <SendButton count={1} workerIds={() => Promise.resolve([record.id])} onDone={refresh} />
          )}
          {may('workers', 'correct') && record.state !== 'deregistered' && (
            <CorrectWorker id={record.id} onDone={refresh} />
          )}
          {may('risk-cases', 'create') && <ReportRisk about={{ kind: 'worker', id: record.id }} />}
          {!self && (
            <LifeActions kind="worker" resource="workers" id={record.id} actions={actionsOf(record)} onDone={refresh} />
          )}
        </>
      )}
      aside={() => <Guide name={self ? 'workerSelf' : 'worker'} steps={self ? 3 : 4} />}
    >
      {(record, refresh) => (
        <>
          {record.lockedAt !== null && <LeftCard lockedAt={record.lockedAt} keepsUntil={record.keepsUntil} />}
          {!self && <MeasuresOnPage kind="worker" id={record.id} />}
          <IdentityCard record={record} />
          <LazyRecordCard form="parties.worker" subjectKind="worker" subjectId={record.id} />
          <WorkerCards record={record} refresh={refresh} />
          {!self && may('consents', 'show') && <ConsentCard workerId={record.id} />}
          {may('tax-year', 'read') && <TaxYearCard workerId={record.id} />}
          {!self && <RiskOnPage kind="worker" id={record.id} />}
          <ListCard<OrderRow>
            title={translate('worker.orders')}
            resource="orders"
            columns={own}
            sort={{ field: 'id', order: 'DESC' }}
            only={{ workerId: record.id }}
          />
          {self && <LeaveCard id={record.id} actions={actionsOf(record)} onDone={refresh} />}
        </>
      )}
    </RecordPage>
  );
}

/** What he himself is told who has left: that his record is locked, and until when the law has it kept. */
function LeftCard(left: { lockedAt: string; keepsUntil: string | null }): ReactNode {
  const translate = useTranslate();
  return (
    <Card title={translate('locked.mine')}>
      <Box sx={{ fontSize: 13, color: 'tokens.ink2', mb: 1 }}>{translate('locked.mineLead')}</Box>
      <EndFacts {...left} />
    </Card>
  );
}

function IdentityCard({ record }: { record: WorkerRecord }): ReactNode {
  const translate = useTranslate();
  const label = (field: string): string => translate(`resources.workers.fields.${field}`);
  const reveal = (field: string, shown: ReactNode): ReactNode => (
    <Reveal of={{ kind: 'worker', id: record.id, field }} label={label(field)}>
      {shown}
    </Reveal>
  );
  return (
    <Card title={translate('worker.identity')}>
      <Facts
        facts={[
          { label: label('name'), value: reveal('name', record.name) },
          { label: label('identityKind'), value: translate(`choice.identityKind.${record.identityKind}`) },
          { label: label('identity'), value: reveal('identity', <Masked text={record.identity} />) },
          { label: label('phone'), value: record.phone && reveal('phone', <Masked text={record.phone} />) },
          { label: label('address'), value: record.address && reveal('address', record.address) },
          { label: label('taxResident'), value: translate(`ra.boolean.${record.taxResident.toString()}`) },
          { label: label('realNameCode'), value: record.realNameCode },
          { label: label('realNameCheckedAt'), value: <Instant at={record.realNameCheckedAt} /> },
          { label: label('vatRole'), value: translate(`choice.vatRole.${record.vatRole}`) },
          {
            label: label('agency'),
            value:
              record.agencyFrom === null
                ? translate('worker.noAgency')
                : `${dayText(record.agencyFrom)} – ${record.agencyTo ?? translate('worker.openEnd')}`,
          },
          { label: label('source'), value: translate(`choice.source.${record.source}`) },
          { label: label('registeredAt'), value: <Instant at={record.registeredAt} /> },
        ]}
      />
    </Card>
  );
}
