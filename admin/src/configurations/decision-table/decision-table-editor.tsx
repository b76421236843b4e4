import type { DecisionTable, EditLevel, Fault, Json, TableColumn } from '@linggong/studio/domain';
import { Box, Typography } from '@mui/material';
import { useCallback, useId, useMemo, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useText2, type Text2 } from '../../parts/text2';
import type { ReplayReport } from '../configuration';
import { CellEditor } from './cell-editor';
import { ColumnDialog } from './column-dialog';
import { nextOf, placesWith } from './find';
import { FindBar } from './find-bar';
import { Grid } from './grid';
import { cellId } from './grid-row';
import { HitsTold } from './hits-told';
import { Issues } from './issues';
import { marksOf } from './marks';
import { inside, movedTo, startAt, type Place } from './selection';
import { Toolbar } from './toolbar';
import { TryPanel } from './try-panel';
import { useEdits } from './use-edits';
import { onGridClipboard, onGridKey, type GridKeys } from './use-grid-keys';

export interface DecisionTableEditorProps {
  /** A content of the kind `decision-table`, as it is stored. */
  content: Json;
  onChange?: (content: Json) => void;
  readOnly?: boolean;
  level?: EditLevel;
  faults: readonly Fault[];
  hints: readonly Fault[];
  /** The content that they were found in: their rows are told by their places there. */
  foundIn: Json;
  /** The replay of this content: how often each row hit, by row id, in which days, among how many. */
  replay?: Pick<ReplayReport, 'from' | 'to' | 'compared' | 'rowsHit'> | undefined;
  /** Further buttons of the toolbar. */
  children?: ReactNode;
}

/** The editor of decision tables (决策表): a grid for the keyboard and the pointer, in which nothing is typed as code. */
export default function DecisionTableEditor(props: DecisionTableEditorProps): ReactNode {
  const { readOnly = false, onChange, replay, children } = props;
  const translate = useTranslate();
  const text = useText2();
  const editor = useEditor(props);
  const { gridId, table, edits, selection, marks, keys, said } = editor;
  const mayMove = edits.may({ do: 'move-row', row: '', to: 0 });
  const mayShape = edits.may({ do: 'remove-column', column: '' });
  return (
    <Box>
      <Toolbar
        edits={edits}
        selection={selection}
        readOnly={readOnly || onChange === undefined}
        onSelectRow={editor.selectRow}
        onFind={keys.find}
        onTry={() => {
          editor.setTried(editor.tried === undefined ? [] : undefined);
        }}
        onAddColumn={() => {
          editor.setColumn('');
        }}
      >
        {children}
      </Toolbar>
      {!readOnly && <Issues table={table} faults={props.faults} hints={props.hints} onRow={editor.selectRow} />}
      <Panels editor={editor} />
      <Grid
        id={gridId}
        label={translate('decisionTable.name')}
        table={table}
        selection={selection}
        onPlace={keys.select}
        onOpen={keys.open}
        onKeyDown={(event) => {
          onGridKey(event, keys);
        }}
        onClipboard={(event, what) => {
          onGridClipboard(event, what, keys);
        }}
        onMoveRow={mayMove ? editor.moveRow : undefined}
        onColumn={mayShape ? editor.openColumn : undefined}
        marks={marks}
        hitRows={editor.hitRows}
        hits={replay?.rowsHit}
        isFound={editor.isFound}
      />
      {replay !== undefined && <HitsTold table={table} replay={replay} />}
      <Typography variant="caption" sx={{ color: said === undefined ? 'tokens.ink3' : 'tokens.bad' }} role="status">
        {said === undefined ? translate(readOnly ? 'decisionTable.keysRead' : 'decisionTable.keys') : text(said)}
      </Typography>
      <Dialogs editor={editor} />
    </Box>
  );
}

type Editor = ReturnType<typeof useEditor>;

/** Everything that the parts of the editor share: the table with its edits, what is selected, what is open. */
function useEditor(props: DecisionTableEditorProps) {
  const { content, onChange, readOnly = false, level = 'structure' } = props;
  const gridId = useId();
  // Contents were read by the shape of their kind before they were stored, and are changed by its commands alone.
  const table = content as unknown as DecisionTable;
  const change = useCallback(
    (next: DecisionTable) => {
      onChange?.(next as unknown as Json);
    },
    [onChange],
  );
  const edits = useEdits(table, readOnly || onChange === undefined ? undefined : change, level);
  const { faults, hints, foundIn } = props;
  const marks = useMemo(() => marksOf(foundIn as unknown as DecisionTable, faults, hints), [foundIn, faults, hints]);
  // Whoever was sent to a row begins there.
  const [sent] = useSearchParams();
  const [kept, setSelection] = useState(() => startAt(table.rows.findIndex(({ id }) => id === sent.get('row'))));
  const size = { rows: table.rows.length + 1, cols: table.columns.length + 2 };
  // Rows may have gone under the selection.
  const selection = { active: inside(kept.active, size), anchor: inside(kept.anchor, size) };
  const [editing, setEditing] = useState<Place | undefined>(undefined);
  const [column, setColumn] = useState<string | undefined>(undefined);
  const [said, setSaid] = useState<Text2 | undefined>(undefined);
  const [tried, setTried] = useState<readonly string[] | undefined>(undefined);
  const hitRows = useMemo(() => new Set(tried), [tried]);
  const search = useSearch(table);
  const select = useCallback((place: Place, isShift: boolean): void => {
    setSaid(undefined);
    setSelection((before) => movedTo(before, place, isShift));
  }, []);
  const selectRow = (row: number): void => {
    select({ row, col: selection.active.col }, false);
  };
  const open = (place: Place): void => {
    const isAnswer = table.columns[place.col]?.role === 'output';
    if (edits.may({ do: 'set-cells', cells: [] }) && (place.row < table.rows.length || isAnswer)) setEditing(place);
  };
  const leave = (): void => {
    search.setSought(undefined);
    setTried(tried === undefined ? undefined : []);
    select(selection.active, false);
  };
  const find = (): void => {
    search.setSought('');
  };
  const keys: GridKeys = { edits, selection, select, open, find, leave, say: setSaid };
  const moveRow = (from: number, to: number): void => {
    if (edits.run({ do: 'move-row', row: table.rows[from]?.id ?? '', to })) selectRow(to);
  };
  const openColumn = useCallback(({ id }: TableColumn): void => {
    setColumn(id);
  }, []);
  return {
    ...{ gridId, table, edits, marks, selection, selectRow, keys, moveRow, said },
    ...{ editing, setEditing, column, setColumn, openColumn, tried, setTried, hitRows },
    ...search,
  };
}

/** What is sought in the table, and where it stands. */
function useSearch(table: DecisionTable) {
  const text = useText2();
  const [sought, setSought] = useState<string | undefined>(undefined);
  const found = useMemo(() => placesWith(table, sought ?? '', text), [table, sought, text]);
  const wanted = sought?.trim().toLowerCase() ?? '';
  const isFound = useCallback((shown: string) => wanted !== '' && shown.toLowerCase().includes(wanted), [wanted]);
  return { sought, setSought, found, isFound };
}

/** The search and the try, above the grid. */
function Panels({ editor }: { editor: Editor }): ReactNode {
  const { table, sought, setSought, found, tried, setTried, selection, keys, gridId } = editor;
  return (
    <>
      {sought !== undefined && (
        <FindBar
          text={sought}
          found={found.length}
          onText={setSought}
          onNext={() => {
            const place = nextOf(found, selection.active);
            if (place !== undefined) keys.select(place, false);
          }}
          onClose={() => {
            setSought(undefined);
            document.getElementById(gridId)?.focus();
          }}
        />
      )}
      {tried !== undefined && (
        <TryPanel
          table={table}
          onHits={setTried}
          onClose={() => {
            setTried(undefined);
          }}
        />
      )}
    </>
  );
}

/** The editor of a cell and of a column, where one is open. */
function Dialogs({ editor }: { editor: Editor }): ReactNode {
  const { table, edits, gridId, editing, setEditing, column, setColumn, keys } = editor;
  return (
    <>
      {editing !== undefined && (
        <CellEditor
          key={`${editing.row} ${editing.col}`}
          table={table}
          place={editing}
          anchor={document.getElementById(cellId(gridId, editing.row, editing.col))}
          onClose={() => {
            setEditing(undefined);
          }}
          onCommand={(command, goesOn) => {
            edits.run(command);
            setEditing(undefined);
            if (goesOn) keys.select({ ...editing, row: Math.min(editing.row + 1, table.rows.length) }, false);
          }}
        />
      )}
      {column !== undefined && (
        <ColumnDialog
          table={table}
          column={table.columns.find(({ id }) => id === column)}
          onClose={() => {
            setColumn(undefined);
          }}
          onCommand={(command) => {
            edits.run(command);
            setColumn(undefined);
          }}
        />
      )}
    </>
  );
}
