import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { takeFile } from '../provider';
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
      <EffectSheet<string>
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
        run={async ({ reason, key }) => {
          const path = `/api/v1/bank-files/${id.toString()}/download`;
          const file = await takeFile(path, { body: { reason: reason ?? '' }, key });
          saveBlob(file.name ?? name, file.blob);
          return name;
        }}
        done={() => translate('bank.downloaded')}
      />
    </>
  );
}
