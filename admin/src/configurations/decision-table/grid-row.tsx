import { useDraggable, useDroppable } from '@dnd-kit/core';
import { cellWords, isConditionColumn, type TableCell, type TableColumn, type TableRow } from '@linggong/studio/domain';
import DragIndicatorIcon from '@mui/icons-material/DragIndicator';
import ErrorOutlineIcon from '@mui/icons-material/ErrorOutline';
import InfoOutlinedIcon from '@mui/icons-material/InfoOutlined';
import { Box, Tooltip } from '@mui/material';
import { memo, type CSSProperties, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../../parts/money-text';
import { useText2 } from '../../parts/text2';
import { cellKey, otherwiseId, type Mark, type Marks } from './marks';

export interface GridRowProps {
  /** Names the cells of this grid, so that the focus can be told where it is. */
  gridId: string;
  columns: readonly TableColumn[];
  /** Undefined for the otherwise answer. */
  row: TableRow | undefined;
  otherwise: Readonly<Record<string, TableCell>>;
  index: number;
  /** Columns of this row in the selected block, from and to; and the one with the focus. */
  from: number | undefined;
  to: number | undefined;
  activeCol: number | undefined;
  marks: Marks;
  isHit: boolean;
  isFound: (text: string) => boolean;
  hits: number | undefined;
  showsHits: boolean;
  movable: boolean;
  /** Tracks and width, the same object for all rows. */
  line: CSSProperties;
  /** Where the row begins, in px. */
  top: number;
}

export const cellId = (gridId: string, row: number, col: number): string => `${gridId}-${row}-${col}`;

/** A row of the grid. Drawn again only where something of it changed, so that 2,000 rows stay quick. */
export const GridRow = memo(function GridRow(props: GridRowProps): ReactNode {
  const { row, columns, index, line, top, isHit, showsHits, hits } = props;
  const { setNodeRef, isOver, active } = useDroppable({
    id: `to-${index}`,
    data: { index },
    disabled: row === undefined,
  });
  const dragged: unknown = active?.data.current?.['index'];
  const classes = [
    'line',
    row?.off === true ? 'off' : '',
    isHit ? 'hit' : '',
    dragged === index ? 'lifted' : '',
    // It comes to stand where the pointer is: below this row where it comes from above.
    isOver && typeof dragged === 'number' && dragged !== index ? (dragged < index ? 'over below' : 'over') : '',
  ].join(' ');
  return (
    <div
      ref={setNodeRef}
      role="row"
      aria-rowindex={index + 2}
      className={classes}
      // Not by a transform: what measures the rows while one is dragged leaves transforms out.
      style={{ ...line, top }}
    >
      <Head {...props} />
      {showsHits && (
        <div role="gridcell" className="cell end">
          <Hits row={row} hits={hits ?? 0} />
        </div>
      )}
      {columns.map((column, col) => (
        <Cell key={column.id} {...props} column={column} col={col} />
      ))}
      <Beside {...props} col={columns.length} />
      <Beside {...props} col={columns.length + 1} />
    </div>
  );
});

/** How often a row hit; one that never did is told in words, not by a colour alone. */
function Hits({ row, hits }: { row: TableRow | undefined; hits: number }): ReactNode {
  const translate = useTranslate();
  if (row === undefined || row.off === true) return null;
  if (hits > 0) return <span>{countText(hits)}</span>;
  return (
    <Box component="span" sx={{ color: 'tokens.wait' }} title={translate('decisionTable.neverHitWhy')}>
      {translate('decisionTable.neverHit')}
    </Box>
  );
}

function Head({ row, index, movable, marks }: GridRowProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const told = marks.rows.get(row?.id ?? otherwiseId) ?? [];
  return (
    <div role="rowheader" className="cell number">
      {row !== undefined && movable ? <Handle index={index} /> : <span className="handle" />}
      <span>{row === undefined ? translate('decisionTable.otherwise') : index + 1}</span>
      {told.length > 0 && <MarkIcon marks={told} label={told.map((mark) => text(mark.text)).join('\n')} />}
    </div>
  );
}

function MarkIcon({ marks, label }: { marks: readonly Mark[]; label: string }): ReactNode {
  const isFault = marks.some(({ kind }) => kind === 'fault');
  const Icon = isFault ? ErrorOutlineIcon : InfoOutlinedIcon;
  return (
    <Tooltip title={label} slotProps={{ tooltip: { sx: { whiteSpace: 'pre-line' } } }}>
      <Icon
        role="img"
        aria-label={label}
        sx={{ fontSize: 16, color: isFault ? 'tokens.bad' : 'tokens.wait', flex: 'none' }}
      />
    </Tooltip>
  );
}

/** Drags the row to another place; by keyboard that is Alt and an arrow on any of its cells. */
function Handle({ index }: { index: number }): ReactNode {
  const { listeners, setNodeRef } = useDraggable({ id: `from-${index}`, data: { index } });
  return (
    <span ref={setNodeRef} aria-hidden className="handle" {...listeners}>
      <DragIndicatorIcon sx={{ fontSize: 18 }} />
    </span>
  );
}

/** What every cell of a row is told alike. */
function placed({ gridId, index, from, to, activeCol }: GridRowProps, col: number) {
  return {
    role: 'gridcell',
    id: cellId(gridId, index, col),
    'aria-colindex': col + 2,
    'aria-selected': from !== undefined && to !== undefined && col >= from && col <= to,
    'data-row': index,
    'data-col': col,
    active: activeCol === col ? 'active' : '',
  };
}

function Cell({ column, col, ...props }: GridRowProps & { column: TableColumn; col: number }): ReactNode {
  const { row, otherwise, marks, isFound } = props;
  const text = useText2();
  const isAsked = isConditionColumn(column);
  const cell = row === undefined && isAsked ? undefined : (row?.cells ?? otherwise)[column.id];
  const words = row === undefined && isAsked ? '' : text(cellWords(column, cell));
  const told = marks.cells.get(cellKey(row?.id ?? otherwiseId, column.id)) ?? [];
  const { active, ...place } = placed(props, col);
  const kinds = told.map(({ kind }) => kind);
  const classes = [
    'cell',
    active,
    column.role,
    cell === undefined ? 'any' : '',
    kinds.includes('fault') ? 'fault' : kinds[0],
    isFound(words) ? 'found' : '',
  ];
  const why = told.map((mark) => text(mark.text)).join('\n');
  return (
    <div {...place} className={classes.join(' ')} title={why === '' ? words : `${words}\n${why}`}>
      <span>{words}</span>
    </div>
  );
}

/** Note and basis. */
function Beside({ col, ...props }: GridRowProps & { col: number }): ReactNode {
  const text = useText2();
  const { row, columns, isFound } = props;
  const words = (col === columns.length ? row?.note && text(row.note) : row?.basis) ?? '';
  const { active, ...place } = placed(props, col);
  return (
    <div {...place} className={`cell ${active} ${isFound(words) ? 'found' : ''}`} title={words}>
      <span>{words}</span>
    </div>
  );
}
