import { computations, type DecisionTable, type TableColumn, type TableCommand } from '@linggong/studio/domain';
import {
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../../parts/text2';
import { columnCommand, columnDraftOf, type ColumnDraft } from './column-draft';

interface ColumnDialogProps {
  table: DecisionTable;
  /** Undefined for a new column. */
  column: TableColumn | undefined;
  onClose: () => void;
  onCommand: (command: TableCommand) => void;
}

const roles = ['input', 'computed', 'output'] as const;
const types = ['number', 'money', 'text', 'choice', 'boolean', 'day', 'text2'] as const;

/** A column: its name, what it is for, what code calls it, and what it can hold. */
export function ColumnDialog({ table, column, onClose, onCommand }: ColumnDialogProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const [draft, setDraft] = useState(() => columnDraftOf(column));
  const [fault, setFault] = useState<string | undefined>(undefined);
  const set = (change: Partial<ColumnDraft>): void => {
    setDraft({ ...draft, ...change });
  };
  const keep = (): void => {
    const made = columnCommand(table, column, draft);
    if (made.ok) onCommand(made.command);
    else setFault(text(made.text));
  };
  const place = table.columns.findIndex(({ id }) => id === column?.id);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>
        {translate(column === undefined ? 'decisionTable.columnAdd' : 'decisionTable.columnEdit')}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <ColumnFields draft={draft} set={set} />
        {draft.role === 'computed' && <ComputeFields table={table} draft={draft} set={set} />}
        {fault !== undefined && (
          <Typography role="alert" variant="body2" sx={{ color: 'tokens.bad' }}>
            {fault}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        {column !== undefined && (
          <Box sx={{ mr: 'auto', display: 'flex', gap: 1 }}>
            <Button
              color="error"
              onClick={() => {
                onCommand({ do: 'remove-column', column: column.id });
              }}
            >
              {translate('decisionTable.columnRemove')}
            </Button>
            {([-1, 1] as const).map((by) => (
              <Button
                key={by}
                disabled={place + by < 0 || place + by >= table.columns.length}
                onClick={() => {
                  onCommand({ do: 'move-column', column: column.id, to: place + by });
                }}
              >
                {translate(by < 0 ? 'decisionTable.columnLeft' : 'decisionTable.columnRight')}
              </Button>
            ))}
          </Box>
        )}
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" color="primary" onClick={keep}>
          {translate('ra.action.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface FieldsProps {
  draft: ColumnDraft;
  set: (change: Partial<ColumnDraft>) => void;
}

function ColumnFields({ draft, set }: FieldsProps): ReactNode {
  const translate = useTranslate();
  const field = (name: 'zh' | 'en' | 'field', help?: string): ReactNode => (
    <TextField
      label={translate(`decisionTable.column.${name}`)}
      helperText={help}
      value={draft[name]}
      slotProps={{ htmlInput: { maxLength: name === 'en' ? 120 : 60 } }}
      onChange={(event) => {
        set({ [name]: event.target.value });
      }}
    />
  );
  return (
    <>
      {field('zh')}
      {field('en')}
      <TextField
        select
        label={translate('decisionTable.column.role')}
        value={draft.role}
        onChange={(event) => {
          set({ role: event.target.value as ColumnDraft['role'] });
        }}
      >
        {roles.map((role) => (
          <MenuItem key={role} value={role}>
            {translate(`decisionTable.role.${role}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={translate('decisionTable.column.type')}
        value={draft.type}
        onChange={(event) => {
          set({ type: event.target.value as ColumnDraft['type'] });
        }}
      >
        {types.map((type) => (
          <MenuItem key={type} value={type}>
            {translate(`decisionTable.type.${type}`)}
          </MenuItem>
        ))}
      </TextField>
      {field('field', translate('decisionTable.column.fieldHelp'))}
      {draft.type === 'choice' && (
        <TextField
          multiline
          minRows={3}
          label={translate('decisionTable.column.choices')}
          helperText={translate('decisionTable.column.choicesHelp')}
          value={draft.choices}
          onChange={(event) => {
            set({ choices: event.target.value });
          }}
        />
      )}
      {draft.role !== 'computed' && (
        <FormControlLabel
          label={translate(
            draft.role === 'output' ? 'decisionTable.column.requiredAnswer' : 'decisionTable.column.requiredInput',
          )}
          control={
            <Checkbox
              checked={draft.required}
              onChange={(_event, required) => {
                set({ required });
              }}
            />
          }
        />
      )}
    </>
  );
}

function ComputeFields({ table, draft, set }: FieldsProps & { table: DecisionTable }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <>
      <TextField
        select
        label={translate('decisionTable.column.compute')}
        value={draft.of}
        onChange={(event) => {
          set({ of: event.target.value as ColumnDraft['of'] });
        }}
      >
        {computations.map((of) => (
          <MenuItem key={of} value={of}>
            {translate(`decisionTable.computation.${of}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={translate('decisionTable.column.sources')}
        helperText={translate('decisionTable.column.sourcesHelp')}
        value={[...draft.sources]}
        slotProps={{ select: { multiple: true } }}
        onChange={(event) => {
          const picked: unknown = event.target.value;
          set({ sources: Array.isArray(picked) ? picked.map(String) : [] });
        }}
      >
        {table.columns
          .filter(({ role }) => role === 'input')
          .map(({ id, label }) => (
            <MenuItem key={id} value={id}>
              {text(label)}
            </MenuItem>
          ))}
      </TextField>
    </>
  );
}
