import { TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { call } from '../provider';

interface EndSheetProps {
  id: number;
  /** `answer` says what the person is told; `refuse` the law that the refusal stands on, and goes to a second person. */
  end: 'answer' | 'refuse' | undefined;
  onClose: () => void;
}

/** Ends a request with what the person is told, or with the law that a refusal stands on. */
export function EndSheet({ id, end, onClose }: EndSheetProps): ReactNode {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const name = end ?? 'answer';
  const body = (reason: string | undefined): object =>
    name === 'answer' ? { outcome: text.trim() } : { basis: text.trim(), reason };
  return (
    <EffectSheet
      open={end !== undefined}
      onClose={() => {
        setText('');
        onClose();
      }}
      title={translate(`action.dataRequest.${name}.label`)}
      lead={translate(`action.dataRequest.${name}.lead`)}
      confirm={translate(`action.dataRequest.${name}.label`)}
      reason={name === 'refuse' ? 'required' : 'none'}
      danger={name === 'refuse'}
      ready={text.trim().length >= 4}
      run={({ reason, key }) =>
        call(`/api/v1/data-requests/${id.toString()}/${name}`, { method: 'POST', body: body(reason), key })
      }
    >
      <TextField
        label={translate(name === 'answer' ? 'requests.outcome' : 'requests.basis')}
        value={text}
        required
        multiline
        minRows={2}
        onChange={(event) => {
          setText(event.target.value);
        }}
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
    </EffectSheet>
  );
}
