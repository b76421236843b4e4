import { duplicateRows, freeRowIds, type DecisionTable, type TableCommand } from '@linggong/studio/domain';
import AddIcon from '@mui/icons-material/Add';
import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutline';
import RedoIcon from '@mui/icons-material/Redo';
import SearchIcon from '@mui/icons-material/Search';
import UndoIcon from '@mui/icons-material/Undo';
import { Box, Button, IconButton, MenuItem, TextField, Tooltip } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { blockOf, type Selection } from './selection';
import type { Edits } from './use-edits';

interface ToolbarProps {
  edits: Edits;
  selection: Selection;
  readOnly: boolean;
  onSelectRow: (row: number) => void;
  onFind: () => void;
  onTry: () => void;
  onAddColumn: () => void;
  children?: ReactNode;
}

/** What can be done to the rows that are selected, and to the table. What the level does not allow is not there. */
export function Toolbar(props: ToolbarProps): ReactNode {
  const { edits, readOnly, onFind, onTry, onAddColumn, children } = props;
  const translate = useTranslate();
  return (
    <Box
      role="toolbar"
      aria-label={translate('decisionTable.tools')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}
    >
      {!readOnly && (
        <>
          <Tool word="undo" icon={<UndoIcon fontSize="small" />} disabled={!edits.canUndo} onClick={edits.undo} />
          <Tool word="redo" icon={<RedoIcon fontSize="small" />} disabled={!edits.canRedo} onClick={edits.redo} />
          <RowTools {...props} />
        </>
      )}
      {edits.may({ do: 'remove-column', column: '' }) && (
        <Button size="small" startIcon={<AddIcon />} onClick={onAddColumn}>
          {translate('decisionTable.columnAdd')}
        </Button>
      )}
      <HitPolicy edits={edits} />
      <Box sx={{ ml: 'auto', display: 'flex', gap: 1 }}>
        <Tool word="find" icon={<SearchIcon fontSize="small" />} onClick={onFind} />
        <Button size="small" onClick={onTry}>
          {translate('decisionTable.try')}
        </Button>
        {children}
      </Box>
    </Box>
  );
}

interface ToolProps {
  word: 'undo' | 'redo' | 'find' | 'rowUp' | 'rowDown' | 'rowCopy' | 'rowRemove';
  icon: ReactNode;
  disabled?: boolean;
  onClick: () => void;
}

function Tool({ word, icon, disabled = false, onClick }: ToolProps): ReactNode {
  const translate = useTranslate();
  return (
    <Tooltip title={translate(`decisionTable.tool.${word}`)}>
      {/* A button that is disabled tells nothing to the pointer; the span around it does. */}
      <span>
        <IconButton
          size="small"
          disabled={disabled}
          onClick={onClick}
          aria-label={translate(`decisionTable.tool.${word}`)}
        >
          {icon}
        </IconButton>
      </span>
    </Tooltip>
  );
}

function RowTools({ edits, selection, onSelectRow }: ToolbarProps): ReactNode {
  const translate = useTranslate();
  const { table } = edits;
  const { top, bottom } = blockOf(selection);
  const rows = table.rows.slice(top, bottom + 1);
  const ids = rows.map(({ id }) => id);
  const only = rows.length === 1 ? rows[0] : undefined;
  if (!edits.may({ do: 'remove-rows', rows: [] })) return null;
  const run = (command: TableCommand, row?: number) => (): void => {
    if (edits.run(command) && row !== undefined) onSelectRow(row);
  };
  const allOff = rows.length > 0 && rows.every(({ off }) => off === true);
  return (
    <>
      <Button
        size="small"
        startIcon={<AddIcon />}
        onClick={run(newRow(table, bottom + 1), Math.min(bottom + 1, table.rows.length))}
      >
        {translate('decisionTable.rowAdd')}
      </Button>
      <Tool
        word="rowUp"
        icon={<ArrowUpwardIcon fontSize="small" />}
        disabled={only === undefined || top === 0}
        onClick={run({ do: 'move-row', row: only?.id ?? '', to: top - 1 }, top - 1)}
      />
      <Tool
        word="rowDown"
        icon={<ArrowDownwardIcon fontSize="small" />}
        disabled={only === undefined || top >= table.rows.length - 1}
        onClick={run({ do: 'move-row', row: only?.id ?? '', to: top + 1 }, top + 1)}
      />
      <Tool
        word="rowCopy"
        icon={<ContentCopyIcon fontSize="small" />}
        disabled={ids.length === 0}
        onClick={run(duplicateRows(table, ids), bottom + 1)}
      />
      <Tool
        word="rowRemove"
        icon={<DeleteOutlineIcon fontSize="small" />}
        disabled={ids.length === 0}
        onClick={run({ do: 'remove-rows', rows: ids }, top)}
      />
      <Button
        size="small"
        disabled={ids.length === 0}
        onClick={run({ do: 'all', commands: ids.map((row) => ({ do: 'set-row', row, facts: { off: !allOff } })) })}
      >
        {translate(allOff ? 'decisionTable.rowOn' : 'decisionTable.rowOff')}
      </Button>
    </>
  );
}

/** An empty row at a place; the otherwise answer stays last. */
function newRow(table: DecisionTable, place: number): TableCommand {
  const rows = freeRowIds(table, 1).map((id) => ({ at: Math.min(place, table.rows.length), row: { id, cells: {} } }));
  return { do: 'insert-rows', rows };
}

function HitPolicy({ edits }: { edits: Edits }): ReactNode {
  const translate = useTranslate();
  const { hitPolicy } = edits.table;
  return (
    <TextField
      select
      value={hitPolicy}
      disabled={!edits.may({ do: 'set-hit-policy', to: hitPolicy })}
      slotProps={{ select: { SelectDisplayProps: { 'aria-label': translate('decisionTable.hitPolicy') } } }}
      onChange={(event) => {
        edits.run({ do: 'set-hit-policy', to: event.target.value === 'collect' ? 'collect' : 'first' });
      }}
    >
      {(['first', 'collect'] as const).map((policy) => (
        <MenuItem key={policy} value={policy}>
          {translate(`decisionTable.policy.${policy}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
