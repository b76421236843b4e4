import { explanationMeans } from '@linggong/risk/domain';
import { MenuItem, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import { dayOf } from '../parts/time-text';
import { call } from '../provider';

type Means = (typeof explanationMeans)[number];

interface KeepProps {
  caseId: number;
  explanationId: number;
  open: boolean;
  onClose: () => void;
  refresh: () => void;
}

/** Keeps what a party said by letter, by telephone or at a meeting. */
export function KeepSheet({ caseId, explanationId, open, onClose, refresh }: KeepProps): ReactNode {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const [means, setMeans] = useState<Means>('phone');
  const [answeredOn, setAnsweredOn] = useState(dayOf(new Date()));
  const label = (field: string): string => translate(`resources.risk-explanations.fields.${field}`);
  return (
    <EffectSheet
      open={open}
      onClose={onClose}
      title={translate('explanations.keep.title')}
      lead={translate('explanations.keep.lead')}
      ready={text.trim().length >= 2 && answeredOn !== ''}
      confirm={translate('explanations.keep.title')}
      run={async ({ key }) => {
        const path = `/api/v1/risk-cases/${caseId.toString()}/explanations/${explanationId.toString()}/answer`;
        const answer = await call(path, { method: 'POST', body: { answer: text.trim(), means, answeredOn }, key });
        refresh();
        return answer;
      }}
    >
      <TextField
        required
        multiline
        minRows={4}
        label={label('answer')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        slotProps={{ htmlInput: { maxLength: 2_000 } }}
      />
      <TextField
        select
        label={label('means')}
        value={means}
        onChange={(event) => {
          // The menu holds these codes only.
          setMeans(event.target.value as Means);
        }}
      >
        {explanationMeans.map((code) => (
          <MenuItem key={code} value={code}>
            {translate(`explanations.means.${code}`)}
          </MenuItem>
        ))}
      </TextField>
      <DateField required label={label('answeredOn')} value={answeredOn} onChange={setAnsweredOn} />
    </EffectSheet>
  );
}
