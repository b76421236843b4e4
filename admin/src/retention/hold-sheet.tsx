import type { HoldSubject } from '@linggong/vault/domain';
import { MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { RecordField } from '../parts/record-field';
import { call } from '../provider';

const listOf: Readonly<Record<HoldSubject, string>> = {
  worker: 'workers',
  enterprise: 'enterprises',
  'settlement-batch': 'settlement-batches',
  contract: 'contracts',
  'bank-file': 'bank-files',
};

interface HoldSheetProps {
  open: boolean;
  kinds: readonly HoldSubject[];
  onClose: () => void;
}

/** Sets a legal hold on one thing, with its reason. */
export function HoldSheet({ open, kinds, onClose }: HoldSheetProps): ReactNode {
  const translate = useTranslate();
  const [kind, setKind] = useState<HoldSubject>('worker');
  const [number, setNumber] = useState('');
  const isNumber = /^[1-9]\d{0,8}$/.test(number);
  return (
    <EffectSheet
      open={open}
      onClose={() => {
        setNumber('');
        onClose();
      }}
      title={translate('holds.set')}
      lead={translate('holds.setLead')}
      reason="required"
      ready={isNumber}
      confirm={translate('holds.set')}
      run={({ reason, key }) =>
        call('/api/v1/legal-holds', {
          method: 'POST',
          body: { subject: { kind, id: Number(number) }, reason },
          key,
        })
      }
      done={() => <Typography>{translate('holds.done')}</Typography>}
    >
      <TextField
        select
        label={translate('holds.subject')}
        value={kind}
        onChange={(event) => {
          // The menu holds these kinds only.
          setKind(event.target.value as HoldSubject);
          setNumber('');
        }}
      >
        {kinds.map((name) => (
          <MenuItem key={name} value={name}>
            {translate(`choice.holdSubject.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      <RecordField
        resource={listOf[kind]}
        label={translate(`choice.holdSubject.${kind}`)}
        value={number}
        required
        onChange={setNumber}
      />
    </EffectSheet>
  );
}
