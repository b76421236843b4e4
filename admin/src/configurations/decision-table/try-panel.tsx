import {
  evaluateTable,
  readCellText,
  type DecisionTable,
  type Evaluation,
  type TableColumn,
  type TableOutcome,
} from '@linggong/studio/domain';
import { Box, Button, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../../parts/text2';
import { AnswerFields } from './answer-fields';
import { answersInWords, inputOf } from './tried';
import { useSigns } from '../../parts/signs';

interface TryPanelProps {
  table: DecisionTable;
  /** Rows that hit, to be shown in the grid; none where nothing was tried. */
  onHits: (rows: readonly string[]) => void;
  onClose: () => void;
}

type Typed = Readonly<Record<string, string>>;

/** Asks the table as it stands, without keeping anything: what it answers, and which rows hit why. */
export function TryPanel({ table, onHits, onClose }: TryPanelProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const [typed, setTyped] = useState<Typed>({});
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const [tried, setTried] = useState<{ of: DecisionTable; result: Evaluation<TableOutcome> } | undefined>(undefined);
  const inputs = table.columns.filter(({ role }) => role === 'input');
  const run = (): void => {
    const input = inputOf(table, typed, (column, value) => readCellText(column, value));
    if (!input.ok) {
      setTrouble(text(input.text));
      return;
    }
    setTrouble(undefined);
    const result = evaluateTable(table, input.values);
    setTried({ of: table, result });
    onHits(result.outcome.rows);
  };
  return (
    <Box
      component="section"
      aria-label={translate('decisionTable.try')}
      sx={{ border: '1px solid', borderColor: 'tokens.line', borderRadius: '8px', p: 2, mb: 1, bgcolor: 'tokens.card' }}
    >
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <Box
          sx={{
            display: 'grid',
            gap: 1.5,
            gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
            alignItems: 'end',
          }}
        >
          {inputs.map((column) => (
            <TryField
              key={column.id}
              column={column}
              value={typed[column.id] ?? ''}
              onChange={(value) => {
                setTyped({ ...typed, [column.id]: value });
              }}
            />
          ))}
        </Box>
        {trouble !== undefined && (
          <Typography role="alert" variant="body2" sx={{ color: 'tokens.bad', mt: 1 }}>
            {trouble}
          </Typography>
        )}
        <Box sx={{ display: 'flex', gap: 1, mt: 1.5 }}>
          <Button size="small" type="submit" variant="contained" color="primary">
            {translate('decisionTable.tryRun')}
          </Button>
          <Button size="small" onClick={onClose}>
            {translate('ra.action.close')}
          </Button>
        </Box>
      </Box>
      {tried !== undefined && tried.of === table && <Tried table={table} result={tried.result} />}
    </Box>
  );
}

function TryField({
  column,
  value,
  onChange,
}: {
  column: TableColumn;
  value: string;
  onChange: (text: string) => void;
}): ReactNode {
  const text = useText2();
  const translate = useTranslate();
  const label = `${text(column.label)}${column.type === 'money' ? translate('decisionTable.inYuan') : ''}`;
  if (column.type === 'choice' || column.type === 'boolean')
    return (
      <AnswerFields
        column={column}
        draft={{ text: value, en: '' }}
        onDraft={(draft) => {
          onChange(draft.text);
        }}
      />
    );
  return (
    <TextField
      label={label}
      value={value}
      placeholder={column.type === 'day' ? '2026-11-22' : ''}
      required={column.required === true}
      autoComplete="off"
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}

function Tried({ table, result }: { table: DecisionTable; result: Evaluation<TableOutcome> }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const text = useText2();
  const answers = answersInWords(table, result.outcome);
  return (
    <Box role="status" sx={{ mt: 1.5, fontSize: 13 }}>
      <Box component="b" sx={{ fontWeight: 600 }}>
        {answers.length === 0 ? translate('decisionTable.tryNothing') : answers.map(text).join(signs.semicolon)}
      </Box>
      <Box component="ol" sx={{ m: 0, pl: 2.5, color: 'tokens.ink2' }}>
        {result.trace.slice(0, 20).map((step, index) => (
          <li key={index.toString()}>{text(step)}</li>
        ))}
      </Box>
    </Box>
  );
}
