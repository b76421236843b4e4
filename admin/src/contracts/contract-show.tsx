import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Guide } from '../parts/guide';
import { LifeActions } from '../parts/life-actions';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Day } from '../parts/time';
import { Timeline } from '../parts/timeline';
import { useMay, useMe } from '../session/use-me';
import { ContractPaperCard } from './contract-paper';
import { ContractText } from './contract-text';
import { EvidenceCard } from './evidence-card';
import { SigningActions } from './signing-actions';
import type { ContractRecord } from './contract';
import { useSigns } from '../parts/signs';

/** One contract: between whom, for what and until when, its text, and the proof of consent. */
export default function ContractShow(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const can = (record: ContractRecord, action: 'sign' | 'revoke'): boolean =>
    record.allowedActions.includes(action) && may('contracts', action);
  return (
    <RecordPage<ContractRecord>
      resource="contracts"
      title={({ number }) => number}
      chips={({ state }) => <StateChip kind="contract" state={state} />}
      facts={({ kind }) => [translate(`choice.kind.${kind}`)]}
      actions={(record, refresh) => (
        <>
          <LifeActions
            kind="contract"
            resource="contracts"
            id={record.id}
            actions={can(record, 'revoke') ? [{ name: 'revoke', reason: 'required', tone: 'danger' }] : []}
            onDone={refresh}
          />
          <SigningActions record={record} maySign={can(record, 'sign')} onDone={refresh} />
        </>
      )}
      aside={({ consents, sentAt, enterpriseName, workerName }) => (
        <>
          <ContractGuide />
          <Timeline
            names={{ enterprise: enterpriseName, worker: workerName }}
            items={[
              ...[...consents].reverse().map(({ at, act, party, actorName, method, address }) => ({
                at,
                actor: actorName,
                text: [
                  translate(`contract.act.${act}`, { _: translate('timeline.changed') }),
                  translate(`choice.consentParty.${party}`, { _: translate('state.other') }),
                  translate(`choice.consentMethod.${method}`, { _: translate('state.other') }),
                  address === null ? '' : translate('contract.from', { address }),
                ]
                  .filter((part) => part !== '')
                  .join(' · '),
              })),
              // Sending is no consent and stands in the record itself.
              ...(sentAt === null || consents.some(({ act }) => act === 'send')
                ? []
                : [{ at: sentAt, text: translate('contract.act.send') }]),
            ]}
          />
        </>
      )}
    >
      {(record) => (
        <>
          <PartiesCard record={record} />
          <EvidenceCard record={record} />
          <ContractPaperCard record={record} />
          <ContractText id={record.id} />
        </>
      )}
    </RecordPage>
  );
}

/** Whoever signs reads how that is done; who sends contracts, what they have to cover. */
function ContractGuide(): ReactNode {
  const role = useMe()?.account.role;
  if (role === 'worker') return <Guide name="contract.worker" steps={6} />;
  if (role === 'enterprise') return <Guide name="contract.enterprise" steps={4} />;
  return <Guide name="contract" steps={3} />;
}

function PartiesCard({ record }: { record: ContractRecord }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const label = (field: string): string => translate(`resources.contracts.fields.${field}`);
  const work = (record.scenarios ?? []).map((code) =>
    code === '*'
      ? translate('contract.send.allScenarios')
      : translate(`choice.scenario.${code}`, { _: translate('state.other') }),
  );
  return (
    <Card title={translate('contract.parties')}>
      <Facts
        facts={[
          {
            label: label('enterpriseName'),
            value:
              record.enterpriseId === null ? undefined : (
                <Link to={`/enterprises/${record.enterpriseId.toString()}/show`}>{record.enterpriseName}</Link>
              ),
          },
          {
            label: label('workerName'),
            value:
              record.workerId === null ? undefined : (
                <Link to={`/workers/${record.workerId.toString()}/show`}>{record.workerName}</Link>
              ),
          },
          { label: label('template'), value: <TextVersion record={record} /> },
          { label: label('scenarios'), value: work.join(signs.listed) },
          { label: label('validFrom'), value: <Day day={record.validFrom} /> },
          { label: label('validTo'), value: <Day day={record.validTo} /> },
          ...(record.stateReason === null ? [] : [{ label: label('stateReason'), value: record.stateReason }]),
        ]}
      />
    </Card>
  );
}

/** The text that the contract was made of; who may read configurations goes to just that version. */
function TextVersion({ record }: { record: ContractRecord }): ReactNode {
  const text = useText2();
  const may = useMay()('configuration-versions', 'read');
  const name = `${text(record.templateTitle)} v${record.templateVersion.toString()}`;
  if (record.templateVersionId === null || !may) return name;
  return <Link to={`/configuration-versions/${record.templateVersionId.toString()}/show`}>{name}</Link>;
}
