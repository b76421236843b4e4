import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { mono } from '../theme';
import type { ContractRecord, Evidence } from './contract';
import { DownloadSigned } from './download-paper';

/** What proves the signature, in words first: a record of consent is not called a reliable signature. */
export function EvidenceCard({ record }: { record: ContractRecord }): ReactNode {
  const translate = useTranslate();
  const { evidence, request } = record;
  if (evidence.length === 0 && request === null) return null;
  return (
    <Card title={translate('contract.evidence.title')}>
      {evidence.map((one) => (
        <OneEvidence key={`${one.method}-${one.recordedAt}`} evidence={one} />
      ))}
      {request !== null && (
        <Facts
          facts={[
            {
              label: translate('contract.evidence.request'),
              value: <StateChip kind="signatureRequest" state={request.state} />,
            },
            {
              label: translate('contract.evidence.provider'),
              value: translate(`choice.provider.${request.provider}`, { _: request.provider }),
            },
            { label: translate('contract.evidence.expiresAt'), value: <Instant at={request.expiresAt} /> },
            ...(request.refusal === null
              ? []
              : [{ label: translate('contract.evidence.refusal'), value: translate('contract.evidence.notTaken') }]),
          ]}
        />
      )}
      {evidence.some(({ hasFile }) => hasFile) && <DownloadSigned record={record} />}
    </Card>
  );
}

function OneEvidence({ evidence }: { evidence: Evidence }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const label = (name: string): string => translate(`contract.evidence.${name}`);
  const code = (value: string | null): ReactNode =>
    value === null ? undefined : (
      <Box component="span" sx={{ fontFamily: mono, fontSize: 12 }}>
        {value}
      </Box>
    );
  const known = [
    { label: label('method'), value: translate(`choice.consentMethod.${evidence.method}`) },
    { label: label('signedAt'), value: <Instant at={evidence.signedAt} /> },
    ...(evidence.provider === null
      ? []
      : [
          {
            label: label('provider'),
            value: translate(`choice.provider.${evidence.provider}`, { _: evidence.provider }),
          },
          { label: label('flowId'), value: code(evidence.flowId) },
          { label: label('certificateSerial'), value: code(evidence.certificateSerial) },
          { label: label('certificateIssuer'), value: evidence.certificateIssuer },
          {
            label: label('timeStamp'),
            value: evidence.timeStamp === null ? undefined : <Instant at={evidence.timeStamp} />,
          },
          { label: label('reportRef'), value: code(evidence.reportRef) },
        ]),
    ...(evidence.fileSha256 === null ? [] : [{ label: label('fileSha256'), value: code(evidence.fileSha256) }]),
  ];
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{text(evidence.proves)}</Typography>
      <Facts facts={known} />
    </Box>
  );
}
