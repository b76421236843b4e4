import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { call, callForFile, isRecord } from '../provider';
import { useMay } from '../session/use-me';
import { saveBlob } from '../table/csv';

/** Takes a file with clear names and accounts: asks what for, and hands it to the browser. */
export function DownloadButton({ id, name, onDone }: { id: number; name: string; onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const may = useMay()('bank-files', 'download');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('bank.download')}
      </Button>
      <EffectSheet<unknown>
        open={open}
        onClose={() => {
          setOpen(false);
          onDone();
        }}
        title={translate('bank.download')}
        lead={translate('bank.downloadLead')}
        effects={[{ label: translate('bank.chosen'), value: name }]}
        reason="required"
        confirm={translate('bank.download')}
        run={async ({ reason }) => {
          const answer = await takeBankFile(id, reason ?? '');
          if ('asked' in answer) return answer.asked;
          saveBlob(answer.name ?? name, answer.blob);
          return name;
        }}
        done={() => translate('bank.downloaded')}
      />
    </>
  );
}

/**
 * Asks for a file, or takes it by a link with the approval of a second person; what is only asked for answers with the request.
 * @throws ProblemError, UnreachableError
 */
export async function takeBankFile(
  id: number | string,
  reason: string,
  approval?: string,
): Promise<{ name: string | undefined; blob: Blob } | { asked: unknown }> {
  const headers = approval === undefined ? {} : { Approval: approval };
  const path = `/api/v1/bank-files/${id.toString()}/download`;
  const { json } = await call(path, { method: 'POST', body: { reason }, headers });
  if (!isRecord(json) || typeof json['url'] !== 'string') return { asked: json };
  return callForFile(json['url']);
}
