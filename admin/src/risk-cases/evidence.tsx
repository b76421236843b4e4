import { Box, Button } from '@mui/material';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Bar } from '../parts/progress';
import { Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { sendFileOnce } from '../provider/send-file-once';
import { useMay } from '../session/use-me';
import type { CaseRecord } from './risk-case';
import { TakeEvidence } from './take-evidence';

interface EvidenceProps {
  record: CaseRecord;
  refresh: () => void;
}

/** Files that prove something, each with the digest by which it is known again; added to, never changed. */
export function Evidence({ record, refresh }: EvidenceProps): ReactNode {
  const translate = useTranslate();
  const adds = useMay()('risk-cases', 'handle') && record.state !== 'closed';
  const picker = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const send = (file: File): void => {
    setError(undefined);
    setShare(0);
    const path = `/api/v1/risk-cases/${record.id.toString()}/evidence`;
    sendFileOnce({ path, file, onProgress: setShare })
      .then(refresh, setError)
      .finally(() => {
        setShare(undefined);
      });
  };
  return (
    <Card
      title={translate('riskCases.evidence.title')}
      action={
        adds && (
          <Button size="small" disabled={share !== undefined} onClick={() => picker.current?.click()}>
            {translate('riskCases.evidence.add')}
          </Button>
        )
      }
    >
      <input
        ref={picker}
        type="file"
        hidden
        accept=".pdf,.jpg,.jpeg,.png"
        aria-label={translate('riskCases.evidence.add')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) send(file);
          target.value = '';
        }}
      />
      {share !== undefined && (
        <Bar done={share * 100} total={100} width="100%" label={translate('riskCases.evidence.sending')} />
      )}
      {error !== undefined && <Trouble error={error} />}
      {record.evidence.length === 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('riskCases.evidence.none')}</Box>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.25, fontSize: 13 }}>
        {record.evidence.map((file) => (
          <EvidenceLine key={file.id} caseId={record.id} file={file} />
        ))}
      </Box>
    </Card>
  );
}

interface LineProps {
  caseId: number;
  file: CaseRecord['evidence'][number];
}

function EvidenceLine({ caseId, file }: LineProps): ReactNode {
  const actor = useActorText();
  const { id, name, note, sha256, addedBy, addedAt } = file;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Box sx={{ flex: 1, minWidth: 180, overflowWrap: 'anywhere' }}>
        {name}
        {note !== null && <Box sx={{ color: 'tokens.ink2' }}>{note}</Box>}
        <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>
          <Instant at={addedAt} /> · {actor(addedBy)} · SHA-256 {sha256.slice(0, 16)}…
        </Box>
      </Box>
      <TakeEvidence caseId={caseId} evidenceId={id} name={name} />
    </Box>
  );
}
