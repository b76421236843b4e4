import { TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import { call } from '../provider';
import { lastDayOf } from './control';

export type EvidenceAct = { kind: 'add'; number: number } | { kind: 'withdraw'; id: number };

interface Typed {
  datedOn: string;
  until: string;
  text: string;
}

const nothingTyped: Typed = { datedOn: '', until: '', text: '' };

/** Enters evidence for a control, or withdraws an entry. Both stay on record for good. */
export function EvidenceSheet({ act, onClose }: { act: EvidenceAct | undefined; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const [typed, setTyped] = useState(nothingTyped);
  const kind = act?.kind ?? 'add';
  const word = (name: string): string => translate(`mlps.act.${kind}.${name}`);
  const isWhole = typed.datedOn !== '' && typed.until !== '' && typed.text.trim().length >= 2;
  return (
    <EffectSheet
      open={act !== undefined}
      onClose={() => {
        setTyped(nothingTyped);
        onClose();
      }}
      title={word('label')}
      lead={word('lead')}
      reason={kind === 'withdraw' ? 'required' : 'none'}
      ready={kind === 'withdraw' || isWhole}
      confirm={word('label')}
      danger={kind === 'withdraw'}
      run={({ reason, key }) => send(act, typed, reason, key)}
      done={() => <Typography>{word('done')}</Typography>}
    >
      {kind === 'add' && <EvidenceFields typed={typed} onChange={setTyped} />}
    </EffectSheet>
  );
}

function send(act: EvidenceAct | undefined, typed: Typed, reason: string | undefined, key: string): Promise<unknown> {
  if (act?.kind === 'withdraw') {
    const path = `/api/v1/mlps/evidence/${act.id.toString()}/withdraw`;
    return call(path, { method: 'POST', body: { reason }, key });
  }
  const path = `/api/v1/mlps/controls/${(act?.number ?? 0).toString()}/evidence`;
  return call(path, { method: 'POST', body: { ...typed, text: typed.text.trim() }, key });
}

function EvidenceFields({ typed, onChange }: { typed: Typed; onChange: (typed: Typed) => void }): ReactNode {
  const translate = useTranslate();
  const last = lastDayOf(typed.datedOn);
  return (
    <>
      <DateField
        required
        label={translate('mlps.fields.datedOn')}
        value={typed.datedOn}
        onChange={(datedOn) => {
          onChange({ ...typed, datedOn });
        }}
      />
      <DateField
        required
        label={translate('mlps.fields.until')}
        value={typed.until}
        {...(typed.datedOn === '' ? {} : { min: typed.datedOn })}
        {...(last === undefined ? {} : { max: last })}
        onChange={(until) => {
          onChange({ ...typed, until });
        }}
      />
      <TextField
        required
        multiline
        minRows={3}
        label={translate('mlps.fields.text')}
        helperText={translate('mlps.fields.textHelp')}
        value={typed.text}
        onChange={(event) => {
          onChange({ ...typed, text: event.target.value });
        }}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
    </>
  );
}
