import { requestKinds, type RequestKind } from '@linggong/vault/domain';
import { MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { RecordField } from '../parts/record-field';
import { call } from '../provider';
import { useMe } from '../session/use-me';

/** Asks about one's own data, or takes a person's request in for him: then with how he showed who he is. */
export function AskSheet({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const self = useMe()?.account.workerId !== undefined;
  const [kind, setKind] = useState<RequestKind>('copy');
  const [texts, setTexts] = useState({ asked: '', workerId: '', identityShown: '' });
  const filled = (text: string): boolean => text.trim().length >= 2;
  const field = (name: 'asked' | 'identityShown', multiline = false): ReactNode => (
    <TextField
      label={translate(`requests.${name}`)}
      value={texts[name]}
      required
      multiline={multiline}
      onChange={(event) => {
        setTexts({ ...texts, [name]: event.target.value });
      }}
      slotProps={{ htmlInput: { maxLength: 200 } }}
    />
  );
  return (
    <EffectSheet
      open={open}
      onClose={() => {
        setTexts({ asked: '', workerId: '', identityShown: '' });
        onClose();
      }}
      title={translate(self ? 'requests.ask' : 'requests.take')}
      lead={translate('requests.askLead')}
      ready={
        filled(texts.asked) && (self || (filled(texts.identityShown) && /^[1-9]\d{0,8}$/.test(texts.workerId.trim())))
      }
      confirm={translate(self ? 'requests.ask' : 'requests.take')}
      run={({ key }) =>
        call('/api/v1/data-requests', {
          method: 'POST',
          body: {
            kind,
            asked: texts.asked.trim(),
            ...(self ? {} : { workerId: Number(texts.workerId), identityShown: texts.identityShown.trim() }),
          },
          key,
        })
      }
      done={() => <Typography>{translate('requests.askDone')}</Typography>}
    >
      <TextField
        select
        label={translate('resources.data-requests.fields.kind')}
        value={kind}
        onChange={(event) => {
          // The menu holds these kinds only.
          setKind(event.target.value as RequestKind);
        }}
      >
        {requestKinds.map((name) => (
          <MenuItem key={name} value={name}>
            {translate(`choice.kind.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      {field('asked', true)}
      {!self && (
        <RecordField
          resource="workers"
          label={translate('resources.workers.name', { smart_count: 1 })}
          value={texts.workerId}
          required
          onChange={(workerId) => {
            setTexts({ ...texts, workerId });
          }}
        />
      )}
      {!self && field('identityShown')}
    </EffectSheet>
  );
}
