import { cellText, readCellText, type TableAnswer, type TableColumn, type TypedCell } from '@linggong/studio/domain';
import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../../parts/text2';
import { TypedField } from './typed-field';

/** An answer while it is typed; `en` is used by texts in two languages alone. */
export interface AnswerDraft {
  readonly text: string;
  readonly en: string;
}

export function answerDraftOf(column: TableColumn, answer: TableAnswer | undefined): AnswerDraft {
  if (answer === undefined) return { text: '', en: '' };
  if (typeof answer === 'object') return { text: answer.zh, en: answer.en };
  const isPlain = column.type === 'text' || column.type === 'choice';
  return { text: isPlain ? String(answer) : cellText(column, answer), en: '' };
}

export function readAnswerDraft(column: TableColumn, { text, en }: AnswerDraft): TypedCell {
  const plain = text.trim();
  if (column.type === 'text2')
    return plain === '' && en.trim() === ''
      ? { ok: true }
      : readCellText(column, `${JSON.stringify(plain)} || ${JSON.stringify(en.trim())}`);
  const isPlain = column.type === 'text' || column.type === 'choice';
  return readCellText(column, isPlain && plain !== '' ? JSON.stringify(plain) : plain);
}

interface AnswerFieldsProps {
  column: TableColumn;
  draft: AnswerDraft;
  onDraft: (draft: AnswerDraft) => void;
}

/** What a row answers in one column. */
export function AnswerFields({ column, draft, onDraft }: AnswerFieldsProps): ReactNode {
  const translate = useTranslate();
  const words = useText2();
  const set = (text: string): void => {
    onDraft({ ...draft, text });
  };
  if (column.type === 'text2') return <BothLanguages draft={draft} onDraft={onDraft} />;
  if (column.type === 'choice' || column.type === 'boolean') {
    const options =
      column.type === 'boolean'
        ? [
            { value: '是', label: translate('decisionTable.yes') },
            { value: '否', label: translate('decisionTable.no') },
          ]
        : (column.choices ?? []).map(({ value, label }) => ({ value, label: words(label) }));
    return (
      <TextField
        select
        autoFocus
        label={words(column.label)}
        value={draft.text}
        onChange={(event) => {
          set(event.target.value);
        }}
      >
        {options.map(({ value, label }) => (
          <MenuItem key={value} value={value}>
            {label}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  const label = column.type === 'money' ? translate('decisionTable.yuan') : words(column.label);
  return <TypedField autoFocus label={label} type={column.type} value={draft.text} onChange={set} />;
}

/** A text in Chinese and in English. */
export function BothLanguages({ draft, onDraft }: Omit<AnswerFieldsProps, 'column'>): ReactNode {
  const translate = useTranslate();
  return (
    <>
      <TextField
        autoFocus
        multiline
        label={translate('decisionTable.chinese')}
        value={draft.text}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        onChange={(event) => {
          onDraft({ ...draft, text: event.target.value });
        }}
      />
      <TextField
        multiline
        label={translate('decisionTable.english')}
        value={draft.en}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        onChange={(event) => {
          onDraft({ ...draft, en: event.target.value });
        }}
      />
    </>
  );
}
