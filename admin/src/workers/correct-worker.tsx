import { Button, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { CodeInput } from '../parts/code-input';
import { EffectSheet } from '../parts/effect-sheet';
import { call } from '../provider';

const fields = ['name', 'phone', 'address'] as const;
type Values = Record<(typeof fields)[number], string>;
const nothing: Values = { name: '', phone: '', address: '' };

/** Corrects a worker's name, phone or address (更正): only what is filled in changes. */
export function CorrectWorker({ id, onDone }: { id: number; onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState(nothing);
  const filled = Object.fromEntries(
    fields.filter((name) => values[name].trim() !== '').map((name) => [name, values[name].trim()]),
  );
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('correction.action')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          setValues(nothing);
        }}
        title={translate('correction.action')}
        lead={translate('correction.lead')}
        reason="required"
        ready={Object.keys(filled).length > 0}
        confirm={translate('correction.action')}
        run={async ({ reason, key }) => {
          const body = { ...filled, reason };
          const answer = await call(`/api/v1/workers/${id.toString()}/correct`, { method: 'POST', body, key });
          onDone();
          return answer;
        }}
        done={() => <Typography>{translate('correction.done')}</Typography>}
      >
        {fields.map((name) =>
          name === 'phone' ? (
            <CodeInput
              key={name}
              kind="mobile"
              label={translate('resources.workers.fields.phone')}
              value={values.phone}
              onChange={(phone) => {
                setValues({ ...values, phone });
              }}
            />
          ) : (
            <TextField
              key={name}
              label={translate(`resources.workers.fields.${name}`)}
              value={values[name]}
              onChange={(event) => {
                setValues({ ...values, [name]: event.target.value });
              }}
              autoComplete="off"
              slotProps={{ htmlInput: { maxLength: 200 } }}
            />
          ),
        )}
      </EffectSheet>
    </>
  );
}
