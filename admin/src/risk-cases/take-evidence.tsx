import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { askOrTakeFile } from '../provider';
import { useMay } from '../session/use-me';
import { saveBlob } from '../table/csv';

interface TakeEvidenceProps {
  readonly caseId: number;
  readonly evidenceId: number;
  readonly name: string;
}

/** What proves a case shows people in clear: a second person is asked for it, and it is taken once. */
export function TakeEvidence({ caseId, evidenceId, name }: TakeEvidenceProps): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('risk-cases', 'download')) return null;
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('riskCases.evidence.take')}
      </Button>
      <EffectSheet<unknown>
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        title={`${translate('riskCases.evidence.take')} · ${name}`}
        lead={translate('riskCases.evidence.takeLead')}
        reason="required"
        confirm={translate('riskCases.evidence.take')}
        run={async ({ reason }) => {
          const path = `/api/v1/risk-cases/${caseId.toString()}/evidence/${evidenceId.toString()}/download`;
          const answer = await askOrTakeFile(path, { reason });
          if ('asked' in answer) return answer.asked;
          saveBlob(answer.name ?? name, answer.blob);
          return undefined;
        }}
      />
    </>
  );
}
