import { Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { sendFile } from '../provider/send-file';
import { FileField } from './file-field';

interface AttachFileProps {
  open: boolean;
  onClose: () => void;
  title: string;
  lead: string;
  /** Address of the upload. */
  path: string;
  /** Further fields of the form. */
  fields?: Readonly<Record<string, string>>;
  onDone: () => void;
}

/** Sends one paper, photograph or capture to be kept sealed; a phone takes the picture at once. */
export function AttachFile({ open, onClose, title, lead, path, fields = {}, onDone }: AttachFileProps): ReactNode {
  const translate = useTranslate();
  const [file, setFile] = useState<File | undefined>(undefined);
  return (
    <EffectSheet<unknown>
      open={open}
      onClose={() => {
        setFile(undefined);
        onClose();
      }}
      title={title}
      lead={lead}
      ready={file !== undefined}
      confirm={translate('evidence.send')}
      run={async ({ key }) => {
        if (file === undefined) return undefined;
        await sendFile({ path, file, fields, key, onProgress: () => undefined });
        onDone();
        return undefined;
      }}
      done={() => <Typography>{translate('evidence.sent')}</Typography>}
    >
      <FileField
        file={file}
        onFile={setFile}
        label={translate('evidence.choose')}
        help={translate('evidence.help')}
        accept="application/pdf,image/jpeg,image/png"
      />
    </EffectSheet>
  );
}
