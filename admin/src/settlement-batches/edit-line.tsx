import type { BatchAccepted, EditLineRequest, SettlementLine } from '@linggong/settlement/api';
import { Box, Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { CodeInput } from '../parts/code-input';
import { MoneyInput } from '../parts/money-input';
import { Trouble } from '../parts/states-of-page';
import { moneyText } from '../parts/money-text';
import { batchApi } from './batch-api';
import { cells, requestOf, type CellName, type Typed } from './line-request';

/** What the sheet says now, masked: shown as a hint, never sent back. */
function present(line: SettlementLine, cell: CellName, amountText: string | null): string {
  const values: Record<CellName, string | null> = {
    name: line.nameMasked,
    identityNumber: line.identityMasked,
    phone: line.phoneMasked,
    cardNumber: line.cardMasked,
    taskNumber: line.taskNumber,
    amount: line.amountFen === null ? amountText : moneyText(line.amountFen),
    remark: line.remark,
  };
  return values[cell] ?? '';
}

/** Correct a line where it stands: only the cells that change are typed; the sheet itself is not touched. */
export function EditLine({
  line,
  amountText,
  focus,
  off,
  initial,
  onTyped,
  onDone,
  onCancel,
}: {
  line: SettlementLine;
  /** The amount as it stands in the sheet, where it could not be read. */
  amountText: string | null;
  /** The cell to begin with; where it is not known, one's own choice. */
  focus: CellName | undefined;
  /** Another line is being checked: what is typed stays, and is saved after it. */
  off: boolean;
  /** What was typed before the line was drawn anew. */
  initial: Typed;
  onTyped: (typed: Typed) => void;
  onDone: (accepted: BatchAccepted) => void;
  onCancel: () => void;
}): ReactNode {
  const translate = useTranslate();
  const [typed, setTyped] = useState(initial);
  const [error, setError] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);
  const request = requestOf(typed);
  const empty = request !== undefined && Object.keys(request).length === 0;
  const save = (): void => {
    if (request === undefined || empty) return;
    setBusy(true);
    batchApi.editLine(line.id, request).then(onDone, (refusal: unknown) => {
      setError(refusal);
      setBusy(false);
    });
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      sx={{
        bgcolor: 'tokens.card',
        border: '1px solid',
        borderColor: 'tokens.accentLine',
        borderRadius: '6px',
        p: 1.5,
        display: 'grid',
        gap: 1.5,
      }}
    >
      <Box sx={{ fontSize: 12, color: 'tokens.ink2' }}>{translate('batch.edit.help')}</Box>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(190px, 1fr))' },
          gap: 1.5,
        }}
      >
        {cells.map((cell) => (
          <Cell
            key={cell}
            cell={cell}
            autoFocus={cell === focus}
            label={translate(`batch.cell.${cell}`)}
            placeholder={present(line, cell, amountText)}
            value={typed[cell] ?? ''}
            onChange={(text) => {
              const next = { ...typed, [cell]: text };
              setTyped(next);
              onTyped(next);
            }}
            request={request}
          />
        ))}
      </Box>
      {error !== undefined && <Trouble error={error} />}
      <Buttons off={off || busy || empty || request === undefined} onCancel={onCancel} />
    </Box>
  );
}

interface CellProps {
  cell: CellName;
  label: string;
  placeholder: string;
  value: string;
  autoFocus: boolean;
  onChange: (text: string) => void;
  request: EditLineRequest | undefined;
}

/** One cell of the line: an amount and what has a form of its own are typed as everywhere. */
function Cell({ cell, request, onChange, ...rest }: CellProps): ReactNode {
  const translate = useTranslate();
  if (cell === 'phone' || cell === 'cardNumber')
    return <CodeInput {...rest} kind={cell === 'phone' ? 'mobile' : 'bank-card'} onChange={onChange} />;
  if (cell === 'amount')
    return (
      <MoneyInput
        {...rest}
        onChange={onChange}
        error={request === undefined}
        helperText={amountHelp(request, translate)}
      />
    );
  return (
    <TextField
      {...rest}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      autoComplete="off"
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}

/** What is wrong with the amount that is typed, or comes of it. */
function amountHelp(request: EditLineRequest | undefined, translate: (key: string) => string): ReactNode {
  if (request === undefined) return translate('batch.edit.amount');
  if (request.amountFen !== 0) return undefined;
  return (
    <Box component="span" sx={{ color: 'tokens.wait' }}>
      {translate('batch.edit.zero')}
    </Box>
  );
}

function Buttons({ off, onCancel }: { off: boolean; onCancel: () => void }): ReactNode {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <Button size="small" type="submit" variant="contained" color="primary" disabled={off}>
        {translate('ra.action.save')}
      </Button>
      <Button size="small" onClick={onCancel}>
        {translate('ra.action.cancel')}
      </Button>
    </Box>
  );
}
