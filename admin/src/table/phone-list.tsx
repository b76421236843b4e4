import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Box } from '@mui/material';
import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Cell } from './cell';
import { saysSomething } from './cell-text';
import { isRight, type Column, type Row } from './column';
import { groupStart } from './group';

interface PhoneListProps<R extends Row> {
  columns: readonly Column<R>[];
  rows: readonly R[];
  linkOf?: ((row: R) => string | undefined) | undefined;
  onOpen?: ((row: R) => void) | undefined;
  below?: ((row: R) => ReactNode) | undefined;
  groupOf?: ((row: R) => string) | undefined;
  /** The word over a column: a bare count says nothing without it. */
  heading?: ((column: Column<R>) => string) | undefined;
}

/** The same rows as cards a thumb can hit: title and amount on top, notes and state below. */
export function PhoneList<R extends Row>({
  columns,
  rows,
  linkOf,
  onOpen,
  below,
  groupOf,
  heading,
}: PhoneListProps<R>): ReactNode {
  return (
    <Box
      component="ul"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        bgcolor: 'tokens.card',
        border: '1px solid',
        borderColor: 'tokens.line',
        borderRadius: '8px',
      }}
    >
      {rows.map((row, index) => (
        <Box component="li" key={row.id} sx={{ '& + &': { borderTop: '1px solid', borderColor: 'tokens.line' } }}>
          <GroupName name={groupStart(rows, index, groupOf)} />
          <Tap
            to={linkOf?.(row)}
            opened={Boolean(below?.(row))}
            onOpen={
              onOpen &&
              (() => {
                onOpen(row);
              })
            }
          >
            <PhoneCard columns={columns} row={row} heading={heading} />
          </Tap>
          {below?.(row)}
        </Box>
      ))}
    </Box>
  );
}

function GroupName({ name }: { name: string | undefined }): ReactNode {
  if (name === undefined) return null;
  return (
    <Box sx={{ bgcolor: 'tokens.head', color: 'tokens.ink2', fontSize: 13, fontWeight: 600, p: '6px 14px' }}>
      {name}
    </Box>
  );
}

/** A button on a card does its own, and does not open the row as well. */
function ownOnly(event: MouseEvent): void {
  const { target, currentTarget } = event;
  if (target instanceof Element && target.closest('a, button, input, label') !== currentTarget) event.preventDefault();
}

function Tap({
  to,
  opened,
  onOpen,
  children,
}: {
  to: string | undefined;
  opened: boolean;
  onOpen: (() => void) | undefined;
  children: ReactNode;
}): ReactNode {
  const sx = {
    display: 'block',
    width: '100%',
    minHeight: 44,
    p: '10px 14px',
    color: 'inherit',
    textAlign: 'left',
    border: 0,
    bgcolor: 'transparent',
    font: 'inherit',
    '&:hover': { textDecoration: 'none' },
  } as const;
  const Chevron = opened ? ExpandMoreIcon : ChevronRightIcon;
  if (to !== undefined)
    return (
      <Box component={Link} to={to} onClick={ownOnly} sx={sx}>
        {children}
      </Box>
    );
  if (onOpen !== undefined)
    return (
      <Box
        component="button"
        type="button"
        aria-expanded={opened}
        onClick={onOpen}
        sx={{ ...sx, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 20px', alignItems: 'center' }}
      >
        {children}
        <Chevron aria-hidden sx={{ fontSize: 18, color: 'tokens.ink3', justifySelf: 'end' }} />
      </Box>
    );
  return <Box sx={sx}>{children}</Box>;
}

function PhoneCard<R extends Row>({
  columns,
  row,
  heading,
}: Pick<PhoneListProps<R>, 'columns' | 'heading'> & { row: R }): ReactNode {
  const at = (place: Column<R>['phone']): readonly Column<R>[] => columns.filter(({ phone }) => phone === place);
  const notes = at('note').filter((column) => saysSomething(column, row));
  return (
    <Box
      component="span"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        columnGap: 1.5,
        rowGap: '2px',
        alignItems: 'center',
      }}
    >
      <Box component="span" sx={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {at('title').map((column) => (
          <Cell key={column.source} column={column} row={row} />
        ))}
      </Box>
      <Box component="span" sx={{ fontWeight: 600, textAlign: 'right' }}>
        {at('end').map((column) => (
          <span key={column.source}>
            {column.kind === 'count' && <Word>{heading?.(column)}</Word>}
            <Cell column={column} row={row} />
          </span>
        ))}
      </Box>
      <Box
        component="span"
        sx={{ fontSize: 13, color: 'tokens.ink2', display: 'flex', columnGap: 1, flexWrap: 'wrap' }}
      >
        {notes.map((column) => (
          <span key={column.source}>
            {isRight(column) && <Word>{heading?.(column)}</Word>}
            <Cell column={column} row={row} />
          </span>
        ))}
      </Box>
      <Box component="span" sx={{ textAlign: 'right' }}>
        {at('chip').map((column) => (
          <Cell key={column.source} column={column} row={row} />
        ))}
      </Box>
    </Box>
  );
}

/** What a figure counts. */
function Word({ children }: { children: ReactNode }): ReactNode {
  if (children === undefined) return null;
  return (
    <Box component="span" sx={{ fontWeight: 400, fontSize: 13, color: 'tokens.ink2', mr: 0.75 }}>
      {children}
    </Box>
  );
}
