import {
  conditionOf,
  isCondition,
  isConditionColumn,
  type DecisionTable,
  type TableAnswer,
  type TableCell,
  type TableColumn,
  type TableCommand,
  type TypedCell,
} from '@linggong/studio/domain';
import { TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../../parts/text2';
import { AnswerFields, answerDraftOf, BothLanguages, readAnswerDraft } from './answer-fields';
import { draftOf, readDraft } from './condition-draft';
import { ConditionFields } from './condition-fields';
import { PopoverFrame } from './popover-frame';
import type { Place } from './selection';

interface CellEditorProps {
  table: DecisionTable;
  place: Place;
  anchor: HTMLElement | null;
  onClose: () => void;
  /** Does it and closes; `goesOn` to the cell below. */
  onCommand: (command: TableCommand, goesOn: boolean) => void;
}

/** The editor that belongs to a place: of a condition, an answer, a note or a basis. */
export function CellEditor(props: CellEditorProps): ReactNode {
  const { table, place } = props;
  const column = table.columns[place.col];
  if (column === undefined) {
    const isNote = place.col === table.columns.length;
    return isNote ? <NoteEditor {...props} /> : <BasisEditor {...props} />;
  }
  if (!isConditionColumn(column)) return <AnswerEditor {...props} column={column} />;
  return place.row < table.rows.length ? <ConditionEditor {...props} column={column} /> : null;
}

type ColumnEditorProps = CellEditorProps & { column: TableColumn };

/** What sets a cell of a row, or of the otherwise answer. */
function setting({ table, place, column }: ColumnEditorProps, cell: TableCell | undefined): TableCommand {
  const row = table.rows[place.row];
  if (row !== undefined) return { do: 'set-cells', cells: [{ row: row.id, column: column.id, cell }] };
  // The otherwise row has answers alone.
  return { do: 'set-otherwise', column: column.id, value: cell as TableAnswer | undefined };
}

function useKeep(
  props: ColumnEditorProps,
  read: () => TypedCell,
): { fault: string | undefined; keep: (isEntered: boolean) => void } {
  const text = useText2();
  const [fault, setFault] = useState<string | undefined>(undefined);
  const keep = (isEntered: boolean): void => {
    const typed = read();
    if (typed.ok) props.onCommand(setting(props, typed.cell), isEntered);
    else setFault(text(typed.text));
  };
  return { fault, keep };
}

function ConditionEditor(props: ColumnEditorProps): ReactNode {
  const { column, table, place, anchor, onClose, onCommand } = props;
  const text = useText2();
  const [draft, setDraft] = useState(() => draftOf(column, conditionOf(table.rows[place.row]?.cells ?? {}, column.id)));
  const { fault, keep } = useKeep(props, () => readDraft(column, draft));
  return (
    <PopoverFrame
      anchor={anchor}
      title={text(column.label)}
      fault={fault}
      onClose={onClose}
      onKeep={keep}
      onClear={() => {
        onCommand(setting(props, undefined), false);
      }}
    >
      <ConditionFields column={column} draft={draft} onDraft={setDraft} />
    </PopoverFrame>
  );
}

function AnswerEditor(props: ColumnEditorProps): ReactNode {
  const { column, table, place, anchor, onClose, onCommand } = props;
  const text = useText2();
  const [draft, setDraft] = useState(() => {
    const cell = (table.rows[place.row]?.cells ?? table.otherwise)[column.id];
    return answerDraftOf(column, cell === undefined || isCondition(cell) ? undefined : cell);
  });
  const { fault, keep } = useKeep(props, () => readAnswerDraft(column, draft));
  return (
    <PopoverFrame
      anchor={anchor}
      title={text(column.label)}
      fault={fault}
      onClose={onClose}
      onKeep={keep}
      onClear={() => {
        onCommand(setting(props, undefined), false);
      }}
    >
      <AnswerFields column={column} draft={draft} onDraft={setDraft} />
    </PopoverFrame>
  );
}

function NoteEditor({ table, place, anchor, onClose, onCommand }: CellEditorProps): ReactNode {
  const translate = useTranslate();
  const row = table.rows[place.row];
  const [draft, setDraft] = useState({ text: row?.note?.zh ?? '', en: row?.note?.en ?? '' });
  const [fault, setFault] = useState<string | undefined>(undefined);
  if (row === undefined) return null;
  const keep = (isEntered: boolean): void => {
    const [zh, en] = [draft.text.trim(), draft.en.trim()];
    if ((zh === '') !== (en === '')) setFault(translate('decisionTable.bothLanguages'));
    else onCommand({ do: 'set-row', row: row.id, facts: { note: zh === '' ? undefined : { zh, en } } }, isEntered);
  };
  return (
    <PopoverFrame anchor={anchor} title={translate('decisionTable.note')} fault={fault} onClose={onClose} onKeep={keep}>
      <BothLanguages draft={draft} onDraft={setDraft} />
    </PopoverFrame>
  );
}

function BasisEditor({ table, place, anchor, onClose, onCommand }: CellEditorProps): ReactNode {
  const translate = useTranslate();
  const row = table.rows[place.row];
  const [basis, setBasis] = useState(row?.basis ?? '');
  if (row === undefined) return null;
  const keep = (isEntered: boolean): void => {
    const typed = basis.trim();
    onCommand({ do: 'set-row', row: row.id, facts: { basis: typed === '' ? undefined : typed } }, isEntered);
  };
  return (
    <PopoverFrame anchor={anchor} title={translate('decisionTable.basis')} onClose={onClose} onKeep={keep}>
      <TextField
        autoFocus
        label={translate('decisionTable.basis')}
        helperText={translate('decisionTable.basisHelp')}
        value={basis}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        onChange={(event) => {
          setBasis(event.target.value);
        }}
      />
    </PopoverFrame>
  );
}
