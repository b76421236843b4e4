import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Guide } from '../parts/guide';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Day, Instant } from '../parts/time';
import { mono } from '../theme';
import type { ContractRecord } from './contract';

/** One contract: between whom, for what and until when, and the proof of consent. */
export default function ContractShow(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const label = (field: string): string => translate(`resources.contracts.fields.${field}`);
  return (
    <RecordPage<ContractRecord>
      resource="contracts"
      title={({ number }) => number}
      chips={({ state }) => <StateChip kind="contract" state={state} />}
      facts={({ kind }) => [translate(`choice.kind.${kind}`, { _: translate('state.other') })]}
      aside={() => <Guide name="contract" steps={3} />}
    >
      {(record) => (
        <>
          <Card title={translate('contract.parties')}>
            <Facts
              facts={[
                { label: label('enterpriseName'), value: record.enterpriseId === null ? undefined : <Link to={`/enterprises/${record.enterpriseId.toString()}/show`}>{record.enterpriseName}</Link> },
                { label: label('workerName'), value: record.workerId === null ? undefined : <Link to={`/workers/${record.workerId.toString()}/show`}>{record.workerName}</Link> },
                { label: label('template'), value: record.templateTitle === undefined ? undefined : text(record.templateTitle) },
                { label: label('validFrom'), value: <Day day={record.validFrom} /> },
                { label: label('validTo'), value: <Day day={record.validTo} /> },
                { label: label('stateReason'), value: record.stateReason },
              ]}
            />
          </Card>
          <Card title={translate('contract.consent')}>
            <Facts
              facts={[
                { label: label('sentAt'), value: <Instant at={record.sentAt} seconds /> },
                { label: label('signedAt'), value: <Instant at={record.signedAt} seconds /> },
                { label: label('consentMethod'), value: record.consentMethod === null ? undefined : translate(`choice.consentMethod.${record.consentMethod}`, { _: translate('state.other') }) },
                { label: label('consentAddress'), value: record.consentAddress },
              ]}
            />
            <Box sx={{ fontSize: 12, color: 'tokens.ink2', mt: 1, overflowWrap: 'anywhere' }}>
              {label('textSha256')} <Box component="span" sx={{ fontFamily: mono }}>{record.textSha256 ?? '—'}</Box>
            </Box>
          </Card>
        </>
      )}
    </RecordPage>
  );
}
