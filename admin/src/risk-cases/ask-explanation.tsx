import type { ExplanationParty } from '@linggong/risk/domain';
import { MenuItem, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import type { ConsoleDataProvider } from '../provider';

interface AskProps {
  caseId: number;
  parties: readonly ExplanationParty[];
  open: boolean;
  onClose: () => void;
  refresh: () => void;
}

/** Asks the enterprise, the worker or both of a case to explain, by a day; each finds it in its own console. */
export function AskExplanation({ caseId, parties, open, onClose, refresh }: AskProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [picked, setPicked] = useState<readonly ExplanationParty[]>(parties);
  const [question, setQuestion] = useState('');
  const [dueOn, setDueOn] = useState('');
  return (
    <EffectSheet
      open={open}
      onClose={onClose}
      title={translate('explanations.ask.title')}
      lead={translate('explanations.ask.lead')}
      ready={picked.length > 0 && question.trim().length >= 4 && dueOn !== ''}
      confirm={translate('explanations.ask.title')}
      run={async ({ key }) => {
        const body = { parties: picked, question: question.trim(), dueOn };
        const answer = await provider.command('risk-cases', caseId, 'explanations', body, key);
        refresh();
        return answer;
      }}
    >
      <TextField
        select
        required
        label={translate('explanations.ask.parties')}
        value={picked}
        slotProps={{ select: { multiple: true } }}
        onChange={({ target: { value } }) => {
          // The menu holds these codes only; several come as a list.
          setPicked((typeof value === 'string' ? value.split(',') : value) as ExplanationParty[]);
        }}
      >
        {parties.map((party) => (
          <MenuItem key={party} value={party}>
            {translate(`riskCases.subject.${party}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        required
        multiline
        minRows={3}
        label={translate('resources.risk-explanations.fields.question')}
        helperText={translate('explanations.ask.help')}
        value={question}
        onChange={(event) => {
          setQuestion(event.target.value);
        }}
        slotProps={{ htmlInput: { maxLength: 1_000 } }}
      />
      <DateField
        required
        label={translate('resources.risk-explanations.fields.dueOn')}
        helperText={translate('explanations.ask.dueHelp')}
        value={dueOn}
        onChange={setDueOn}
      />
    </EffectSheet>
  );
}
