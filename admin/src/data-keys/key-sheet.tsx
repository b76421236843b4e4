import { MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { DataKeysAnswer } from '@linggong/vault/api';
import { suiteNames } from '@linggong/vault/domain';
import { EffectSheet } from '../parts/effect-sheet';
import { call } from '../provider';

export type KeyAct = 'rotate' | 'rewrap' | 'reencrypt' | 'cancel' | 'destroy';

/** What is asked for; `number` is the key that would be destroyed. */
export interface KeyOrder {
  readonly act: KeyAct;
  readonly number?: number;
}

function pathOf({ act, number }: KeyOrder, data: DataKeysAnswer): string {
  switch (act) {
    case 'rotate':
      return 'data-keys/rotations';
    case 'rewrap':
      return 'data-keys/rewraps';
    case 'reencrypt':
      return 'reencryptions';
    case 'destroy':
      return `data-keys/${number ?? 0}/destruction`;
    case 'cancel':
      return `reencryptions/${data.reencryption?.id ?? ''}/cancel`;
  }
}

interface KeySheetProps {
  order: KeyOrder | undefined;
  data: DataKeysAnswer;
  onClose: () => void;
}

/** What can be done to keys, each with its reason; a rotation also chooses the suite. */
export function KeySheet({ order, data, onClose }: KeySheetProps): ReactNode {
  const translate = useTranslate();
  const current = data.keys.find(({ state, realm }) => state === 'current' && realm === 'fields');
  const act = order?.act;
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const suite = chosen ?? current?.suite ?? suiteNames[0];
  const word = (name: string): string => translate(`keys.act.${act ?? 'rotate'}.${name}`);
  return (
    <EffectSheet
      open={act !== undefined}
      onClose={() => {
        setChosen(undefined);
        onClose();
      }}
      title={act === 'destroy' ? `${word('label')} · ${order?.number ?? ''}` : word('label')}
      lead={word('lead')}
      notes={act === 'rotate' || act === 'destroy' ? [word('note')] : []}
      reason="required"
      confirm={word('label')}
      dismiss={translate('ra.action.close')}
      danger={act === 'cancel' || act === 'destroy'}
      run={async ({ reason, key }) => {
        const body = act === 'rotate' ? { suite, reason } : { reason };
        const path = pathOf(order ?? { act: 'rotate' }, data);
        return (await call(`/api/v1/${path}`, { method: 'POST', body, key })).json;
      }}
      done={() => <Typography>{word('done')}</Typography>}
    >
      {act === 'rotate' && (
        <TextField
          select
          label={translate('resources.data-keys.fields.suite')}
          value={suite}
          onChange={(event) => {
            setChosen(event.target.value);
          }}
        >
          {suiteNames.map((name) => (
            <MenuItem key={name} value={name}>
              {translate(`keys.suite.${name}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
    </EffectSheet>
  );
}
