import type { BatchRow } from '@linggong/settlement/api';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ContactCard } from '../consents/contact-card';
import { LazyRecordCard } from '../form-records/lazy-record-card';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Guide } from '../parts/guide';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { Masked } from '../parts/masked';
import { percentText } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { Reveal } from '../parts/reveal';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { MonthStatement } from '../papers/month-statement';
import { Timeline } from '../parts/timeline';
import { LazyRatingCard } from '../ratings/lazy-rating-card';
import { ReviewCard } from '../reviews/review-card';
import { AgreementLink, signsItself } from './agreement-link';
import { ChangeLink } from './change-link';
import { ReportRisk } from '../risk-cases/report-risk';
import { RiskOnPage } from '../risk-decisions/risk-on-page';
import { MeasuresOnPage } from '../risk-measures/measures-on-page';
import { useMay, useMe } from '../session/use-me';
import { LazyVisitsCard } from '../visits/lazy-visits-card';
import type { Column } from '../table/column';
import { ListCard } from '../table/list-card';
import { SubAccounts } from './sub-accounts';
import type { EnterpriseRecord } from './enterprise';

const reasons: Readonly<Record<string, LifeAction['reason']>> = {
  reject: 'required',
  suspend: 'required',
  offboard: 'required',
  approve: 'optional',
  resume: 'optional',
};
const tones: Readonly<Record<string, 'main' | 'danger'>> = {
  submit: 'main',
  approve: 'main',
  sign: 'main',
  resume: 'main',
  reject: 'danger',
  suspend: 'danger',
  offboard: 'danger',
};

/** Steps of a review, and what they do with the criteria that are judged (R2.6). */
const judging: Readonly<Record<string, LifeAction['judges']>> = { approve: 'passes', reject: 'refuses' };

/** Who was admitted and has not left is checked again (定期复核). */
const rechecked: ReadonlySet<string> = new Set(['approved', 'active', 'suspended']);
const recheck: LifeAction = { name: 'review', reason: 'optional', judges: 'tells', path: 'reviews' };

const batchColumns: readonly Column<BatchRow>[] = [
  { source: 'number', kind: 'number', phone: 'title' },
  { source: 'state', state: 'batch', phone: 'chip' },
  { source: 'lineCount', kind: 'count' },
  { source: 'netFen', kind: 'money', phone: 'end' },
  { source: 'uploadedAt', kind: 'instant', phone: 'note' },
];

/** What may be done with an enterprise now: its lifecycle, and the regular re-check. */
function useEnterpriseActions(): (record: EnterpriseRecord) => LifeAction[] {
  const may = useMay();
  const me = useMe();
  return (record) => [
    ...(rechecked.has(record.state) && may('enterprises', 'review') ? [recheck] : []),
    ...record.allowedActions
      // An enterprise signs by reading the agreement itself; staff note one that lies on paper.
      .filter((name) => may('enterprises', name) && !(name === 'sign' && signsItself(me)))
      .map((name) => ({
        name,
        reason: reasons[name] ?? 'none',
        ...(tones[name] === undefined ? {} : { tone: tones[name] }),
        ...(judging[name] === undefined ? {} : { judges: judging[name] }),
      })),
  ];
}

/** One enterprise: who it is, where it stands, its sub-account, its batches. */
export default function EnterpriseShow(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const actionsOf = useEnterpriseActions();
  return (
    <RecordPage<EnterpriseRecord>
      resource="enterprises"
      title={({ name }) => name}
      chips={({ state }) => <StateChip kind="enterprise" state={state} />}
      facts={({ number, uscc }) => [number, uscc]}
      actions={(record, refresh) => (
        <>
          {may('risk-cases', 'create') && <ReportRisk about={{ kind: 'enterprise', id: record.id }} />}
          <ChangeLink record={record} />
          {record.state === 'approved' && <AgreementLink />}
          <LifeActions
            kind="enterprise"
            resource="enterprises"
            id={record.id}
            actions={actionsOf(record)}
            review={record.review}
            onDone={refresh}
          />
        </>
      )}
      aside={({ steps, name }) => (
        <>
          <Guide name="enterprise" steps={4} />
          <Timeline
            names={{ enterprise: name }}
            items={[...steps].reverse().map(({ action, at, actor, reason, criterion }) => ({
              at,
              actor,
              reason,
              detail: criterion,
              text: translate(`action.enterprise.${action}.past`, { _: translate('timeline.changed') }),
            }))}
          />
        </>
      )}
    >
      {(record, refresh) => (
        <>
          <MeasuresOnPage kind="enterprise" id={record.id} />
          <IdentityCard record={record} />
          <ReviewCard review={record.review} open={record.state === 'submitted'} />
          <LazyVisitsCard enterpriseId={record.id} state={record.state} />
          <LazyRatingCard enterpriseId={record.id} />
          <LazyRecordCard form="parties.enterprise" subjectKind="enterprise" subjectId={record.id} />
          {may('contact-consents', 'show') && <ContactCard enterpriseId={record.id} onDone={refresh} />}
          <SubAccounts record={record} refresh={refresh} />
          {may('payment-papers', 'month-statement') && <MonthStatement enterpriseId={record.id} />}
          <RiskOnPage kind="enterprise" id={record.id} />
          <ListCard<BatchRow>
            title={translate('enterprise.batches')}
            resource="settlement-batches"
            columns={batchColumns}
            sort={{ field: 'uploadedAt', order: 'DESC' }}
            only={{ enterpriseId: record.id }}
          />
        </>
      )}
    </RecordPage>
  );
}

function IdentityCard({ record }: { record: EnterpriseRecord }): ReactNode {
  const translate = useTranslate();
  const label = (field: string): string => translate(`resources.enterprises.fields.${field}`);
  const reveal = (field: string, masked: string | null, shown: ReactNode = masked): ReactNode =>
    masked && (
      <Reveal of={{ kind: 'enterprise', id: record.id, field }} label={label(field)}>
        {shown}
      </Reveal>
    );
  return (
    <Card title={translate('enterprise.identity')}>
      <Facts
        facts={[
          { label: label('uscc'), value: record.uscc },
          { label: label('verification'), value: <StateChip kind="verification" state={record.verification} /> },
          {
            label: label('legalRepresentative'),
            value: reveal('legalRepresentative', record.legalRepresentative),
          },
          { label: label('verificationCode'), value: record.verificationCode },
          ...(record.contactName === undefined
            ? []
            : [{ label: label('contactName'), value: reveal('contactName', record.contactName) }]),
          ...(record.contactPhone === undefined
            ? []
            : [
                {
                  label: label('contactPhone'),
                  value: reveal('contactPhone', record.contactPhone, <Masked text={record.contactPhone} />),
                },
              ]),
          { label: label('registeredAddress'), value: record.registeredAddress },
          { label: label('industry'), value: record.industry },
          { label: label('bankName'), value: record.bankName },
          {
            label: label('bankAccount'),
            value: reveal('bankAccount', record.bankAccount, <Masked text={record.bankAccount} />),
          },
          { label: label('urbanMaintenanceRate'), value: percentText(record.urbanMaintenanceRate) },
          { label: label('signedAt'), value: <Instant at={record.signedAt} /> },
          { label: label('businessScope'), value: record.businessScope },
          ...(record.stateReason === undefined ? [] : [{ label: label('stateReason'), value: record.stateReason }]),
        ]}
      />
    </Card>
  );
}
