import { Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useRefresh, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { ChannelField, FromField } from './channel-fields';

/** Sets the channel of a bank's sub-accounts from a day on. */
export function SetRoute(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const provider = useDataProvider<ConsoleDataProvider>();
  const may = useMay()('channel-routes', 'set');
  const [open, setOpen] = useState(false);
  const [bankCode, setBankCode] = useState('');
  const [channel, setChannel] = useState('');
  const [validFrom, setValidFrom] = useState('');
  const isCode = /^(\d{3}|\d{12})?$/.test(bankCode);
  if (!may) return null;
  return (
    <>
      <Button
        variant="contained"
        color="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('bank.setRoute')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          refresh();
        }}
        title={translate('bank.setRoute')}
        lead={translate('bank.setRouteLead')}
        reason="required"
        ready={channel !== '' && validFrom !== '' && isCode}
        confirm={translate('bank.setRoute')}
        run={({ reason, key }) =>
          provider.command('channel-routes', undefined, '', { bankCode, channel, validFrom, reason }, key)
        }
        done={() => translate('bank.resolved')}
      >
        <TextField
          label={translate('resources.channel-routes.fields.bankCode')}
          helperText={translate('bank.bankCodeHelp')}
          error={!isCode}
          value={bankCode}
          onChange={(event) => {
            setBankCode(event.target.value.trim());
          }}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
        <ChannelField value={channel} onChange={setChannel} />
        <FromField value={validFrom} onChange={setValidFrom} />
      </EffectSheet>
    </>
  );
}
