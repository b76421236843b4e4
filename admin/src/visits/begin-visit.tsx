import { addDays } from '@linggong/core/domain';
import { Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { today } from '../dashboards/days';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import { call } from '../provider';

interface BeginVisitProps {
  path: string;
  /** No visit is under way; what came of beginning one stays in sight when it is. */
  isOffered: boolean;
  onDone: () => void;
}

/** Records that somebody goes to the enterprise, or went: when, and with whom. */
export function BeginVisit({ path, isOffered, onDone }: BeginVisitProps): ReactNode {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState(today());
  const [companion, setCompanion] = useState('');
  return (
    <>
      {isOffered && (
        <Button
          size="small"
          onClick={() => {
            setOpen(true);
          }}
        >
          {translate('visits.begin')}
        </Button>
      )}
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          setDay(today());
          setCompanion('');
        }}
        title={translate('visits.begin')}
        lead={translate('visits.beginLead')}
        ready={day !== ''}
        confirm={translate('visits.begin')}
        run={async ({ key }) => {
          const who = companion.trim() === '' ? {} : { companion: companion.trim() };
          const answer = await call(path, { method: 'POST', body: { visitedOn: day, ...who }, key });
          onDone();
          return answer;
        }}
      >
        <DateField
          required
          label={translate('visits.visitedOn')}
          value={day}
          onChange={setDay}
          min={addDays(today(), -30)}
          max={today()}
        />
        <TextField
          label={translate('visits.companion')}
          helperText={translate('visits.companionHelp')}
          value={companion}
          onChange={(event) => {
            setCompanion(event.target.value);
          }}
          slotProps={{ htmlInput: { maxLength: 64 } }}
        />
      </EffectSheet>
    </>
  );
}
