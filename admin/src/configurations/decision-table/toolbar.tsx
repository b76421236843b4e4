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
import { memo, useCallback, useLayoutEffect, useRef, type ReactNode } from 'react';
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
          <Tool word="undo" disabled={!edits.canUndo} onClick={edits.undo} />
          <Tool word="redo" disabled={!edits.canRedo} onClick={edits.redo} />
          <RowTools {...props} />
        </>
      )}
      {edits.may({ do: 'remove-column', column: '' }) && (
        <Button size="small" startIcon={<AddIcon />} onClick={onAddColumn}>
          {translate('decisionTable.columnAdd')}
        </Button>
      )}
      <HitPolicy hitPolicy={edits.table.hitPolicy} may={edits.may} run={edits.run} />
      <Box sx={{ ml: 'auto', display: 'flex', gap: 1 }}>
        <Tool word="find" onClick={onFind} />
        <Button size="small" onClick={onTry}>
          {translate('decisionTable.try')}
        </Button>
        {children}
      </Box>
    </Box>
  );
}

interface ToolProps {
  word: keyof typeof icons;
  disabled?: boolean;
  onClick: () => void;
}

/** Drawn again only where its state changed, not with every move in the grid; what it does is what it was last told to do. */
function Tool({ onClick, disabled = false, ...props }: ToolProps): ReactNode {
  const latest = useRef(onClick);
  useLayoutEffect(() => {
    latest.current = onClick;
  });
  const act = useCallback(() => {
    latest.current();
  }, []);
  return <StillTool {...props} disabled={disabled} onClick={act} />;
}

const icons = {
  undo: UndoIcon,
  redo: RedoIcon,
  find: SearchIcon,
  rowUp: ArrowUpwardIcon,
  rowDown: ArrowDownwardIcon,
  rowCopy: ContentCopyIcon,
  rowRemove: DeleteOutlineIcon,
} as const;

const StillTool = memo(function StillTool({ word, disabled, onClick }: Required<ToolProps>): ReactNode {
  const translate = useTranslate();
  const Icon = icons[word];
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
          <Icon fontSize="small" />
        </IconButton>
      </span>
    </Tooltip>
  );
});

function RowTools({ edits, selection, onSelectRow }: ToolbarProps): ReactNode {
  const translate = useTranslate();
  const { table } = edits;
  const { top, bottom } = blockOf(selection);
  const rows = table.rows.slice(top, bottom + 1);
  const ids = rows.map(({ id }) => id);
  const only = rows.length === 1 ? rows[0] : undefined;
  if (!edits.may({ do: 'remove-rows', rows: [] })) return null;
  // Made when they are asked for: each looks at every row of the table.
  const run = (command: () => TableCommand, row?: number) => (): void => {
    if (edits.run(command()) && row !== undefined) onSelectRow(row);
  };
  const allOff = rows.length > 0 && rows.every(({ off }) => off === true);
  return (
    <>
      <Button
        size="small"
        startIcon={<AddIcon />}
        onClick={run(() => newRow(table, bottom + 1), Math.min(bottom + 1, table.rows.length))}
      >
        {translate('decisionTable.rowAdd')}
      </Button>
      <Tool
        word="rowUp"
        disabled={only === undefined || top === 0}
        onClick={run(() => ({ do: 'move-row', row: only?.id ?? '', to: top - 1 }), top - 1)}
      />
      <Tool
        word="rowDown"
        disabled={only === undefined || top >= table.rows.length - 1}
        onClick={run(() => ({ do: 'move-row', row: only?.id ?? '', to: top + 1 }), top + 1)}
      />
      <Tool word="rowCopy" disabled={ids.length === 0} onClick={run(() => duplicateRows(table, ids), bottom + 1)} />
      <Tool word="rowRemove" disabled={ids.length === 0} onClick={run(() => ({ do: 'remove-rows', rows: ids }), top)} />
      <Button
        size="small"
        disabled={ids.length === 0}
        onClick={run(() => ({
          do: 'all',
          commands: ids.map((row) => ({ do: 'set-row', row, facts: { off: !allOff } })),
        }))}
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

type HitPolicyProps = Pick<DecisionTable, 'hitPolicy'> & Pick<Edits, 'may' | 'run'>;

const HitPolicy = memo(function HitPolicy({ hitPolicy, may, run }: HitPolicyProps): ReactNode {
  const translate = useTranslate();
  return (
    <TextField
      select
      value={hitPolicy}
      disabled={!may({ do: 'set-hit-policy', to: hitPolicy })}
      slotProps={{ select: { SelectDisplayProps: { 'aria-label': translate('decisionTable.hitPolicy') } } }}
      onChange={(event) => {
        run({ do: 'set-hit-policy', to: event.target.value === 'collect' ? 'collect' : 'first' });
      }}
    >
      {(['first', 'collect'] as const).map((policy) => (
        <MenuItem key={policy} value={policy}>
          {translate(`decisionTable.policy.${policy}`)}
        </MenuItem>
      ))}
    </TextField>
  );
});
