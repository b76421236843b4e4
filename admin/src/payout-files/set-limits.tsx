import { Button, Checkbox, FormControlLabel, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useRefresh, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { moneyOf } from '../parts/form-checks';
import { MoneyInput } from '../parts/money-input';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { ChannelField, FromField } from './channel-fields';

const amounts = ['lineMaxFen', 'smallMaxFen', 'dayMaxFen'] as const;
const times = ['opensAt', 'cutOffAt', 'largeFrom', 'largeTo'] as const;

/** An amount in yuan as fen; null where nothing is typed, undefined where it is none. */
function fenOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const parsed = moneyOf(text);
  return parsed.ok && parsed.fen > 0n ? Number(parsed.fen) : undefined;
}

/** Sets what a channel takes, and when, from a day on; what is left empty is no limit. */
export function SetLimits(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const provider = useDataProvider<ConsoleDataProvider>();
  const may = useMay()('channel-limits', 'set');
  const [open, setOpen] = useState(false);
  const [channel, setChannel] = useState('');
  const [validFrom, setValidFrom] = useState('');
  const [workingDaysOnly, setWorkingDaysOnly] = useState(false);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const fens = Object.fromEntries(amounts.map((name) => [name, fenOf(typed[name] ?? '')]));
  const hours = Object.fromEntries(times.map((name) => [name, (typed[name] ?? '') === '' ? null : typed[name]]));
  const type = (name: string, text: string): void => {
    setTyped({ ...typed, [name]: text });
  };
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
        {translate('bank.setLimits')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          refresh();
        }}
        title={translate('bank.setLimits')}
        lead={translate('bank.setLimitsLead')}
        reason="required"
        ready={channel !== '' && validFrom !== '' && !Object.values(fens).includes(undefined)}
        confirm={translate('bank.setLimits')}
        run={({ reason, key }) =>
          provider.command(
            'channel-limits',
            undefined,
            '',
            { channel, validFrom, ...fens, ...hours, workingDaysOnly, reason },
            key,
          )
        }
        done={() => translate('bank.resolved')}
      >
        <ChannelField value={channel} onChange={setChannel} />
        <FromField value={validFrom} onChange={setValidFrom} />
        {amounts.map((name) => (
          <MoneyInput
            key={name}
            label={translate(`bank.limit.${name}`)}
            value={typed[name] ?? ''}
            error={fens[name] === undefined}
            onChange={(text) => {
              type(name, text);
            }}
          />
        ))}
        {times.map((name) => (
          <TextField
            key={name}
            type="time"
            label={translate(`bank.limit.${name}`)}
            value={typed[name] ?? ''}
            onChange={(event) => {
              type(name, event.target.value);
            }}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        ))}
        <FormControlLabel
          control={
            <Checkbox
              checked={workingDaysOnly}
              onChange={(event) => {
                setWorkingDaysOnly(event.target.checked);
              }}
            />
          }
          label={translate('resources.channel-limits.fields.workingDaysOnly')}
        />
      </EffectSheet>
    </>
  );
}
