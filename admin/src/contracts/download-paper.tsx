import { Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { callForFile } from '../provider';
import { saveBlob } from '../table/csv';
import type { ContractRecord } from './contract';

/** Downloads the sealed PDF. It names people in clear: staff say why, and everybody is told that it is audited. */
export function DownloadPaper({ record, askReason }: { record: ContractRecord; askReason: boolean }): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        color="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('document.download')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        title={`${translate('document.download')} · ${record.number}`}
        lead={translate('document.downloadLead')}
        notes={[translate('document.integrity')]}
        reason={askReason ? 'required' : 'none'}
        confirm={translate('document.download')}
        done={() => <Typography sx={{ fontWeight: 600 }}>{translate('document.downloaded')}</Typography>}
        run={async ({ reason }) => {
          const file = await callForFile(`/api/v1/contracts/${record.id.toString()}/document`, {
            method: 'POST',
            body: reason === undefined ? {} : { reason },
          });
          saveBlob(`${record.number}.pdf`, file);
        }}
      />
    </>
  );
}
