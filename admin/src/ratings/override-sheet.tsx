import { ratingClasses } from '@linggong/risk/api';
import { Button, MenuItem, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import type { ConsoleDataProvider } from '../provider';
import type { RatingRecord } from './rating';
import { useWords } from './words';

/** Puts an enterprise into another class until a day; it waits for a second person. */
export function OverrideSheet({ record, onDone }: { record: RatingRecord; onDone: () => void }): ReactNode {
  const word = useWords();
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ class: '', endsOn: '' });
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {word('doOverride')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          setTyped({ class: '', endsOn: '' });
        }}
        title={`${word('doOverride')} · ${record.number}`}
        lead={word('overrideLead')}
        reason="required"
        ready={typed.class !== '' && typed.endsOn !== ''}
        confirm={word('doOverride')}
        run={async ({ reason, key }) => {
          const body = { class: typed.class, endsOn: typed.endsOn, reason };
          const answer = await provider.command('enterprises', record.id, 'rating-overrides', body, key);
          onDone();
          return answer;
        }}
      >
        <TextField
          select
          required
          label={word('newClass')}
          value={typed.class}
          onChange={(event) => {
            setTyped({ ...typed, class: event.target.value });
          }}
        >
          {ratingClasses.map((code) => (
            <MenuItem key={code} value={code}>
              {translate(`state.ratingClass.${code}`)}
            </MenuItem>
          ))}
        </TextField>
        <DateField
          label={word('endsOn')}
          value={typed.endsOn}
          min={today()}
          required
          helperText={word('endsOnHelp')}
          onChange={(day) => {
            setTyped({ ...typed, endsOn: day });
          }}
        />
      </EffectSheet>
    </>
  );
}
