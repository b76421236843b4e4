import CheckCircleIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import InfoIcon from '@mui/icons-material/InfoOutlined';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Facts, type Fact } from '../parts/facts';
import { Chip } from '../parts/state-chip';
import type { Tone } from '../parts/states';
import { useText2 } from '../parts/text2';
import { Day, Instant } from '../parts/time';
import { mono } from '../theme';
import type { Document, Verification } from './verification-api';

/** Only what is in the register, or a slip of ours with a whole seal, is good; a code alone says neither good nor bad about a file. */
function lookOf(verdict: Verification['verdict']): { tone: 'good' | 'bad' | 'accent'; Icon: typeof InfoIcon } {
  if (verdict === 'intact' || verdict === 'signed-at-service' || verdict === 'issued')
    return { tone: 'good', Icon: CheckCircleIcon };
  return verdict === 'known' ? { tone: 'accent', Icon: InfoIcon } : { tone: 'bad', Icon: ErrorIcon };
}

const statusTones: Readonly<Record<Document['status'], Tone>> = {
  'in-force': 'good',
  'not-yet': 'wait',
  unsigned: 'wait',
  revoked: 'bad',
  expired: 'off',
};

/** The verdict in one line, why, and what anybody may know of the contract. */
export function VerificationResult({ verification }: { verification: Verification }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { verdict, document, slip } = verification;
  const { tone, Icon } = lookOf(verdict);
  return (
    <Card sx={{ borderColor: `tokens.${tone === 'accent' ? 'accentLine' : tone}`, borderWidth: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'flex-start', mb: 1 }}>
        <Icon aria-hidden sx={{ color: `tokens.${tone}`, fontSize: 26 }} />
        <Box>
          <Typography variant="h2" sx={{ color: `tokens.${tone}` }}>
            {translate(`verify.verdict.${verdict}`, slip == null ? {} : { title: text(slip.title) })}
          </Typography>
          <Typography variant="body2" sx={{ color: 'tokens.ink2', mt: 0.25 }}>
            {translate(`verify.why.${verdict}`)}
          </Typography>
        </Box>
      </Box>
      <ResultFacts verification={verification} document={document} />
    </Card>
  );
}

function ResultFacts({ verification, document }: { verification: Verification; document: Document | null }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const label = (key: string): string => translate(`verify.fact.${key}`);
  const { fileSha256, timeStamp, slip } = verification;
  const facts: Fact[] = [];
  if (document !== null)
    facts.push(
      {
        label: label('status'),
        value: <Chip tone={statusTones[document.status]}>{translate(`verify.status.${document.status}`)}</Chip>,
      },
      { label: label('number'), value: document.contractNumber },
      { label: label('kind'), value: text(document.title) },
      { label: label('institution'), value: text(document.institution) },
      { label: label('term'), value: <Term document={document} /> },
      {
        label: label('sealedAt'),
        value: document.sealedAt === null ? label('notSealed') : <Instant at={document.sealedAt} />,
      },
      ...(document.pages === null ? [] : [{ label: label('pages'), value: document.pages }]),
      ...certificateFact(document, label('certificate'), translate),
      { label: label('textDigest'), value: <Digest digest={document.textSha256} /> },
      ...(document.fileSha256 === null
        ? []
        : [{ label: label('fileDigest'), value: <Digest digest={document.fileSha256} /> }]),
    );
  if (slip != null)
    facts.push(
      { label: label('slipNumber'), value: slip.number },
      { label: label('slipTitle'), value: text(slip.title) },
      { label: label('madeAt'), value: slip.madeAt === null ? '—' : <Instant at={slip.madeAt} /> },
    );
  if (timeStamp != null) facts.push({ label: label('stamped'), value: <Stamp stamp={timeStamp} /> });
  if (fileSha256 !== undefined && fileSha256 !== document?.fileSha256)
    facts.push({ label: label('yourDigest'), value: <Digest digest={fileSha256} /> });
  return <Facts facts={facts} columns={1} />;
}

function certificateFact({ certificate }: Document, label: string, translate: (key: string) => string): Fact[] {
  if (certificate === null) return [];
  const { serial, origin } = certificate;
  return [
    {
      label,
      value: (
        <>
          <Digest digest={serial} /> · {translate(`verify.${origin}`)}
        </>
      ),
    },
  ];
}

function Term({ document: { validFrom, validTo } }: { document: Document }): ReactNode {
  const translate = useTranslate();
  return (
    <>
      <Day day={validFrom} /> – {validTo === null ? translate('verify.unlimited') : <Day day={validTo} />}
    </>
  );
}

function Stamp({ stamp: { at, authority } }: { stamp: { at: string; authority: string } }): ReactNode {
  return (
    <>
      <Instant at={at} /> · {authority}
    </>
  );
}

function Digest({ digest }: { digest: string }): ReactNode {
  return (
    <Box component="span" sx={{ fontFamily: mono, fontSize: 12 }}>
      {digest}
    </Box>
  );
}
