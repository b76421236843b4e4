import { fileChannels, type BankFileAnswer } from '@linggong/channels/api';
import { Alert, Button, MenuItem, TextField } from '@mui/material';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { useText2 } from '../parts/text2';
import { sendFile } from '../provider/send-file';

/** Brings a file of a bank: whose channel it is of, and what became of it. */
export function UploadBankFile({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [channel, setChannel] = useState('');
  const [file, setFile] = useState<File | undefined>(undefined);
  const close = (): void => {
    setFile(undefined);
    onClose();
  };
  return (
    <EffectSheet<BankFileAnswer>
      open={open}
      onClose={close}
      title={translate('bank.upload')}
      lead={translate('bank.uploadLead')}
      effects={file === undefined ? [] : [{ label: translate('bank.chosen'), value: file.name }]}
      ready={channel !== '' && file !== undefined}
      confirm={translate('bank.upload')}
      run={async ({ key }) => {
        if (file === undefined) throw new Error('no file is chosen');
        const path = `/api/v1/bank-files?channel=${encodeURIComponent(channel)}`;
        // The route answers with the schema `bankFileAnswer`.
        return (await sendFile({ path, file, key, onProgress: () => undefined })) as BankFileAnswer;
      }}
      done={(answer) => <Outcome answer={answer} />}
    >
      <TextField
        select
        required
        label={translate('bank.channel')}
        value={channel}
        onChange={(event) => {
          setChannel(event.target.value);
        }}
      >
        {fileChannels.map((name) => (
          <MenuItem key={name} value={name}>
            {translate(`choice.channel.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      <Button onClick={() => input.current?.click()}>{translate('bank.choose')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={translate('bank.choose')}
        accept=".xml,.csv,.txt"
        onChange={(event) => {
          setFile(event.target.files?.[0]);
          // The same name may be chosen again after it was corrected.
          event.target.value = '';
        }}
      />
    </EffectSheet>
  );
}

function Outcome({ answer }: { answer: BankFileAnswer }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  if (answer.fault !== null) {
    return <Alert severity="error">{translate('bank.refused', { reason: text(answer.fault.text) })}</Alert>;
  }
  if (answer.isSame || answer.state === 'repeated') return <Alert severity="info">{translate('bank.repeated')}</Alert>;
  return (
    <Alert severity="success">
      {translate('bank.applied', { answers: answer.answers.toString(), lines: answer.lines.toString() })}
    </Alert>
  );
}
