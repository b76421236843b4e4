import { DndContext, PointerSensor, pointerWithin, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import type { DecisionTable, TableColumn } from '@linggong/studio/domain';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { useText2 } from '../../parts/text2';
import { size as sizes } from '../../theme';
import { columnWidths } from './column-widths';
import { GridFrame, widths } from './frame';
import { GridHead } from './grid-head';
import { cellId, GridRow } from './grid-row';
import type { Marks } from './marks';
import { blockOf, type Place, type Selection } from './selection';

const headHeight = 46;

export interface GridProps {
  id: string;
  label: string;
  table: DecisionTable;
  selection: Selection;
  onPlace: (place: Place, isShift: boolean) => void;
  onOpen: (place: Place) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onClipboard: (event: ClipboardEvent, what: 'copy' | 'cut' | 'paste') => void;
  onMoveRow: ((from: number, to: number) => void) | undefined;
  onColumn: ((column: TableColumn) => void) | undefined;
  marks: Marks;
  hitRows: ReadonlySet<string>;
  hits: Readonly<Record<string, number>> | undefined;
  isFound: (text: string) => boolean;
}

/** A table of however many rows, which are dragged by their handles. */
export function Grid(props: GridProps): ReactNode {
  const { onMoveRow } = props;
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const drop = ({ active, over }: DragEndEvent): void => {
    const [from, to]: unknown[] = [active.data.current?.['index'], over?.data.current?.['index']];
    if (typeof from === 'number' && typeof to === 'number' && from !== to) onMoveRow?.(from, to);
  };
  return (
    <DndContext sensors={sensors} collisionDetection={pointerWithin} onDragEnd={drop}>
      <Lines {...props} />
    </DndContext>
  );
}

/** The rows that can be seen. One stop of the tab key; the focus within is told by its cell. Scrolling draws this, and nothing around it. */
function Lines(props: GridProps): ReactNode {
  const { id, table, selection, marks, hitRows, hits, isFound, onMoveRow } = props;
  const frame = useRef<HTMLDivElement>(null);
  const count = table.rows.length + 1;
  // Its functions are used where they are made, so nothing stale is kept.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => sizes.row,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialRect: { width: 1_000, height: 600 },
  });
  useReveal(id, selection.active, virtual.scrollToIndex);
  const showsHits = hits !== undefined;
  const line = useLine(table, showsHits);
  const block = blockOf(selection);
  return (
    <GridFrame
      ref={frame}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={count + 1}
      aria-colcount={table.columns.length + 3}
      aria-multiselectable
      aria-activedescendant={cellId(id, selection.active.row, selection.active.col)}
      {...useGridEvents(props)}
    >
      <GridHead columns={table.columns} showsHits={showsHits} style={line} onColumn={props.onColumn} />
      <div role="presentation" style={{ position: 'relative', height: virtual.getTotalSize(), width: line.width }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = table.rows[index];
          const isIn = index >= block.top && index <= block.bottom;
          return (
            <GridRow
              key={row?.id ?? key}
              gridId={id}
              columns={table.columns}
              row={row}
              otherwise={table.otherwise}
              index={index}
              from={isIn ? block.left : undefined}
              to={isIn ? block.right : undefined}
              activeCol={index === selection.active.row ? selection.active.col : undefined}
              marks={marks}
              isHit={row !== undefined && hitRows.has(row.id)}
              isFound={isFound}
              hits={row && hits?.[row.id]}
              showsHits={showsHits}
              movable={onMoveRow !== undefined}
              line={line}
              top={start - headHeight}
            />
          );
        })}
      </div>
    </GridFrame>
  );
}

/** Tracks and width of every line: one object for as long as no column needs another width. */
function useLine(table: DecisionTable, showsHits: boolean): { gridTemplateColumns: string; width: number } {
  const text = useText2();
  const columns = useMemo(() => columnWidths(table, text).join(' '), [table, text]);
  return useMemo(() => {
    const own = columns.split(' ').map(Number);
    const tracks = [widths.head, ...(showsHits ? [widths.hits] : []), ...own, widths.note, widths.note];
    return {
      gridTemplateColumns: tracks.map((track) => `${track}px`).join(' '),
      width: tracks.reduce((a, b) => a + b),
    };
  }, [columns, showsHits]);
}

/** Brings the cell with the focus into sight, when it changes. */
function useReveal(id: string, { row, col }: Place, scrollToIndex: (index: number) => void): void {
  // The first cell is in sight from the start; another one is gone to.
  const seen = useRef('0 0');
  useEffect(() => {
    if (seen.current === `${row} ${col}`) return;
    seen.current = `${row} ${col}`;
    scrollToIndex(row);
    const cell = document.getElementById(cellId(id, row, col));
    const box = cell?.closest('[role=grid]') ?? null;
    if (cell === null || box === null) return;
    const [left, right] = [cell.offsetLeft - widths.head, cell.offsetLeft + cell.offsetWidth];
    if (left < box.scrollLeft) box.scrollTo({ left });
    else if (right > box.scrollLeft + box.clientWidth) box.scrollTo({ left: right - box.clientWidth });
  }, [id, row, col, scrollToIndex]);
}

function placeAt(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell === null ? undefined : { row: Number(cell.dataset['row']), col: Number(cell.dataset['col']) };
}

/** Pointer, keyboard and clipboard of the frame; those of fields within it are left alone. */
function useGridEvents({ onPlace, onOpen, onKeyDown, onClipboard }: GridProps) {
  const isDown = useRef(false);
  const up = useCallback((): void => {
    isDown.current = false;
  }, []);
  return {
    onPointerDown: (event: PointerEvent) => {
      const place = placeAt(event.target);
      if (place === undefined || event.button !== 0) return;
      isDown.current = event.pointerType === 'mouse';
      onPlace(place, event.shiftKey);
    },
    onPointerOver: (event: PointerEvent) => {
      const place = isDown.current && event.buttons === 1 ? placeAt(event.target) : undefined;
      if (place !== undefined) onPlace(place, true);
    },
    onPointerUp: up,
    onPointerLeave: up,
    onDoubleClick: (event: { target: EventTarget }) => {
      const place = placeAt(event.target);
      if (place !== undefined) onOpen(place);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target === event.currentTarget) onKeyDown(event);
    },
    onCopy: (event: ClipboardEvent) => {
      onClipboard(event, 'copy');
    },
    onCut: (event: ClipboardEvent) => {
      onClipboard(event, 'cut');
    },
    onPaste: (event: ClipboardEvent) => {
      onClipboard(event, 'paste');
    },
  };
}
