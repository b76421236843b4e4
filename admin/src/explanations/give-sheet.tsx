import { TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import type { ConsoleDataProvider } from '../provider';
import type { ExplanationRecord } from './explanation';

interface GiveProps {
  record: ExplanationRecord;
  open: boolean;
  onClose: () => void;
  refresh: () => void;
}

/** The party says its side, once. */
export function GiveSheet({ record, open, onClose, refresh }: GiveProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [text, setText] = useState('');
  return (
    <EffectSheet
      open={open}
      onClose={onClose}
      title={translate('explanations.give.title')}
      lead={record.question}
      notes={[
        translate('explanations.give.once'),
        ...(record.files.length === 0 ? [translate('explanations.give.noFiles')] : []),
      ]}
      ready={text.trim().length >= 2}
      confirm={translate('explanations.give.title')}
      run={async ({ key }) => {
        const answer = await provider.command('risk-explanations', record.id, 'answer', { answer: text.trim() }, key);
        refresh();
        return answer;
      }}
    >
      <TextField
        required
        multiline
        minRows={5}
        label={translate('resources.risk-explanations.fields.answer')}
        helperText={translate('explanations.give.help')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        slotProps={{ htmlInput: { maxLength: 2_000 } }}
      />
    </EffectSheet>
  );
}
