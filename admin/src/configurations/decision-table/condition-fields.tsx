import type { TableColumn } from '@linggong/studio/domain';
import { Box, Checkbox, FormControlLabel, MenuItem, Radio, RadioGroup, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../../parts/text2';
import { modesOf, type ConditionDraft, type EndDraft, type Mode } from './condition-draft';
import { TypedField } from './typed-field';

interface FieldsProps {
  column: TableColumn;
  draft: ConditionDraft;
  onDraft: (draft: ConditionDraft) => void;
}

/** What a cell asks, picked and never written as code: the way of asking, then its values. */
export function ConditionFields({ column, draft, onDraft }: FieldsProps): ReactNode {
  const translate = useTranslate();
  if (column.type === 'boolean') return <YesNo column={column} draft={draft} onDraft={onDraft} />;
  return (
    <>
      <TextField
        select
        label={translate('decisionTable.asks')}
        value={draft.mode}
        onChange={(event) => {
          onDraft({ ...draft, mode: event.target.value as Mode });
        }}
      >
        {modesOf(column).map((mode) => (
          <MenuItem key={mode} value={mode}>
            {translate(`decisionTable.mode.${mode}`)}
          </MenuItem>
        ))}
      </TextField>
      {draft.mode === 'range' && <Ends column={column} draft={draft} onDraft={onDraft} />}
      {draft.mode === 'matches' && (
        <TextField
          autoFocus
          label={translate('decisionTable.pattern')}
          helperText={translate('decisionTable.patternHelp')}
          value={draft.pattern}
          slotProps={{ htmlInput: { maxLength: 200 } }}
          onChange={(event) => {
            onDraft({ ...draft, pattern: event.target.value });
          }}
        />
      )}
      {(draft.mode === 'in' || draft.mode === 'notIn') && (
        <Values key={draft.mode} column={column} draft={draft} onDraft={onDraft} />
      )}
    </>
  );
}

function YesNo({ draft, onDraft }: FieldsProps): ReactNode {
  const translate = useTranslate();
  // A cell that was pasted may exclude or list; shown as what it comes to.
  const value = draft.mode === 'any' || draft.values.length !== 1 ? '' : (draft.values[0] ?? '');
  return (
    <RadioGroup
      aria-label={translate('decisionTable.asks')}
      value={value}
      onChange={(_event, picked) => {
        onDraft({ ...draft, mode: picked === '' ? 'any' : 'in', values: picked === '' ? [] : [picked] });
      }}
    >
      <FormControlLabel value="" control={<Radio size="small" />} label={translate('decisionTable.mode.any')} />
      <FormControlLabel value="是" control={<Radio size="small" />} label={translate('decisionTable.yes')} />
      <FormControlLabel value="否" control={<Radio size="small" />} label={translate('decisionTable.no')} />
    </RadioGroup>
  );
}

function Ends({ column, draft, onDraft }: FieldsProps): ReactNode {
  const translate = useTranslate();
  const words = column.type === 'day' ? 'day' : 'size';
  const end = (which: 'low' | 'high', signs: readonly [string, string]): ReactNode => {
    const set = (change: Partial<EndDraft>): void => {
      onDraft({ ...draft, [which]: { ...draft[which], ...change } });
    };
    return (
      <Box sx={{ display: 'grid', gridTemplateColumns: '130px 1fr', gap: 1, alignItems: 'end' }}>
        <TextField
          select
          label={translate(`decisionTable.${which}`)}
          value={draft[which].sign}
          onChange={(event) => {
            set({ sign: event.target.value });
          }}
        >
          {signs.map((sign, open) => (
            <MenuItem key={sign} value={sign}>
              {translate(`decisionTable.sign.${words}.${which}${open === 1 ? 'Open' : ''}`)}
            </MenuItem>
          ))}
        </TextField>
        <TypedField
          autoFocus={which === 'low'}
          label={translate(column.type === 'money' ? 'decisionTable.yuan' : 'decisionTable.value')}
          type={column.type}
          value={draft[which].text}
          onChange={(text) => {
            set({ text });
          }}
        />
      </Box>
    );
  };
  return (
    <>
      {end('low', ['≥', '>'])}
      {end('high', ['≤', '<'])}
    </>
  );
}

function Values({ column, draft, onDraft }: FieldsProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  if (column.type === 'choice') {
    return (
      <Box role="group" aria-label={translate('decisionTable.choices')} sx={{ maxHeight: 260, overflow: 'auto' }}>
        {column.choices?.map((choice) => (
          <FormControlLabel
            key={choice.value}
            sx={{ display: 'flex' }}
            label={text(choice.label)}
            control={
              <Checkbox
                checked={draft.values.includes(choice.value)}
                onChange={(_event, checked) => {
                  const others = draft.values.filter((value) => value !== choice.value);
                  onDraft({ ...draft, values: checked ? [...others, choice.value] : others });
                }}
              />
            }
          />
        ))}
      </Box>
    );
  }
  return (
    <TextField
      autoFocus
      multiline
      minRows={3}
      maxRows={10}
      label={translate(column.type === 'money' ? 'decisionTable.valuesYuan' : 'decisionTable.values')}
      helperText={translate('decisionTable.valuesHelp')}
      value={draft.values.join('\n')}
      onChange={(event) => {
        onDraft({ ...draft, values: event.target.value.split('\n') });
      }}
    />
  );
}
