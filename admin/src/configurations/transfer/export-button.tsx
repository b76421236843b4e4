import { Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../../parts/effect-sheet';
import { callForFile, newKey } from '../../provider';
import { useMay } from '../../session/use-me';
import { saveBlob } from '../../table/csv';
import { exportedIn, type Exported } from './exported';
import { Fingerprint } from './signing-key';

interface ExportButtonProps {
  /** Of one configuration; without it, of the whole platform. */
  id?: number;
}

/** Takes what is in force as a signed file, for another installation. */
export function ExportButton({ id }: ExportButtonProps): ReactNode {
  const translate = useTranslate();
  const may = useMay()('configurations', 'transfer');
  const [open, setOpen] = useState(false);
  const word = (name: string): string => translate(`configuration.transfer.${name}`);
  if (!may) return null;
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {word(id === undefined ? 'exportAll' : 'export')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        title={word(id === undefined ? 'exportAll' : 'export')}
        lead={word(id === undefined ? 'exportAllLead' : 'exportLead')}
        notes={[word('exportNote')]}
        confirm={word('download')}
        run={async () => {
          const body = id === undefined ? {} : { ids: [id] };
          const file = await callForFile('/api/v1/configuration-exports', { method: 'POST', body, key: newKey() });
          saveBlob(file.name ?? 'linggong-configurations.json', file.blob);
          return exportedIn(await file.blob.text());
        }}
        done={(told) => <Told {...(told as Exported)} />}
      />
    </>
  );
}

/** How much left, and the fingerprint that the other side compares before it believes the file. */
function Told({ count, fingerprint }: Exported): ReactNode {
  const translate = useTranslate();
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>
        {translate('configuration.transfer.exportedCount', { smart_count: count })}
      </Typography>
      {fingerprint !== undefined && (
        <>
          <Typography>{translate('configuration.transfer.tellFingerprint')}</Typography>
          <Typography component="div">
            <Fingerprint of={fingerprint} />
          </Typography>
        </>
      )}
    </>
  );
}
