import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Facts, type Fact } from '../parts/facts';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { mono } from '../theme';
import type { ContractPaper, ContractRecord } from './contract';
import { DownloadPaper } from './download-paper';

/** The document of a contract: sealed when and how, to be downloaded; what the seal proves stands beside it. */
export function ContractPaperCard({ record }: { record: ContractRecord }): ReactNode {
  const translate = useTranslate();
  const { document, documentState, evidence } = record;
  const atService = evidence.some(({ method }) => method === 'provider');
  const onPaper = evidence.some(({ method }) => method === 'paper');
  return (
    <Card
      title={translate('document.title')}
      action={documentState === 'none' ? undefined : <DownloadPaper record={record} />}
    >
      <Facts facts={[stateFact(record, translate), ...(document === null ? [] : paperFacts(document, translate))]} />
      {documentState === 'sealed' && (
        <Box sx={{ fontSize: 12, color: 'tokens.ink2', mt: 1 }}>{translate('document.integrity')}</Box>
      )}
      {documentState !== 'none' && (
        <Box sx={{ fontSize: 12, color: 'tokens.ink2', mt: 1 }}>
          {translate(`document.original.${atService ? 'service' : onPaper ? 'paper' : 'sealed'}`)}
        </Box>
      )}
    </Card>
  );
}

type Translate = (key: string, options?: Record<string, unknown>) => string;

const stateFact = ({ documentState }: ContractRecord, translate: Translate): Fact => ({
  label: translate('resources.contracts.fields.documentState'),
  value: <StateChip kind="document" state={documentState} />,
});

function paperFacts({ sealedAt, pages, level, fileSha256, fault, code }: ContractPaper, translate: Translate): Fact[] {
  if (fault !== null && sealedAt === null)
    return [{ label: translate('document.fault'), value: faultText(fault, translate) }];
  if (sealedAt === null) return [];
  return [
    { label: translate('document.sealedAt'), value: <Instant at={sealedAt} seconds /> },
    { label: translate('document.pages'), value: pages },
    { label: translate('document.level'), value: translate(level === 'B-T' ? 'document.levelT' : 'document.levelB') },
    {
      label: translate('document.digest'),
      value: (
        <Box component="span" sx={{ fontFamily: mono, fontSize: 12 }}>
          {fileSha256}
        </Box>
      ),
    },
    {
      label: translate('document.verify'),
      value: (
        <Link to={`/verify/${code}`} target="_blank">
          {code.toUpperCase()}
        </Link>
      ),
    },
  ];
}

/** The words of a fault, whose first word is its code. */
function faultText(fault: string, translate: Translate): string {
  const [code, ...characters] = fault.split(' ');
  if (code === 'unprintable') return translate('document.faultUnprintable', { characters: characters.join(' ') });
  if (code === 'seal-failed') return translate('document.faultSealFailed');
  return translate(code === 'no-time-stamp' ? 'document.faultNoTimeStamp' : 'document.faultTextDiffers');
}
