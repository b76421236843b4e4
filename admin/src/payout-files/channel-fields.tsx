import { fileChannels } from '@linggong/channels/api';
import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface FieldProps {
  value: string;
  onChange: (value: string) => void;
}

/** Every channel that can be paid through. */
const channels = ['sandbox-bank', ...fileChannels];

export function ChannelField({ value, onChange }: FieldProps): ReactNode {
  const translate = useTranslate();
  return (
    <TextField
      select
      required
      label={translate('resources.channel-routes.fields.channel')}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    >
      {channels.map((name) => (
        <MenuItem key={name} value={name}>
          {translate(`choice.channel.${name}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** The day from which a setting counts: tomorrow or later, as the server holds it. */
export function FromField({ value, onChange }: FieldProps): ReactNode {
  const translate = useTranslate();
  return (
    <TextField
      required
      type="date"
      label={translate('resources.channel-routes.fields.validFrom')}
      helperText={translate('bank.fromTomorrow')}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
