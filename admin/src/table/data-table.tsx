import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Checkbox, Skeleton } from '@mui/material';
import { Fragment, useEffect, useRef, type MouseEvent, type ReactNode, type Ref } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Money } from '../parts/money';
import { countText } from '../parts/money-text';
import { Cell } from './cell';
import { classOf, isRight, type Column, type Row } from './column';
import { groupStart } from './group';
import { Frame, Grid } from './grid';

export interface Sort {
  field: string;
  order: 'ASC' | 'DESC';
}

export interface DataTableProps<R extends Row> {
  /** Names the table to a screen reader. */
  label: string;
  heading: (column: Column<R>) => string;
  columns: readonly Column<R>[];
  rows: readonly R[] | undefined;
  /** Rows of the skeleton while `rows` is on its way. */
  expected?: number;
  sort?: Sort;
  onSort?: (field: string) => void;
  /** Address of a row; the first column carries it as a link. */
  linkOf?: (row: R) => string | undefined;
  /** Opening in place instead of by address, and what then stands below the row. */
  onOpen?: (row: R) => void;
  below?: (row: R) => ReactNode;
  /** Rows of one group stand together under its name; they come sorted by it. */
  groupOf?: ((row: R) => string) | undefined;
  /** Index of the row that j and k have reached. */
  cursor?: number;
  selected?: readonly (string | number)[];
  onSelect?: (row: R) => void;
  onSelectAll?: () => void;
  /** Sums of the whole filtered set, by column. */
  sums?: Readonly<Record<string, number>> | undefined;
  sumLabel?: string;
  /** Scrolls inside itself, so that heading and sums stay in sight. */
  tall?: boolean;
}

/** Money at the foot of its column; what was counted is no money. */
function Sum({ value, isCount }: { value: number; isCount: boolean }): ReactNode {
  return isCount ? countText(value) : <Money fen={value} total />;
}

/** A table of rows: real links, real headings, sums at the foot. Knows nothing of where its rows come from. */
export function DataTable<R extends Row>(props: DataTableProps<R>): ReactNode {
  const { columns, rows, label, sums, sumLabel, groupOf, expected = 8 } = props;
  const span = columns.length + (props.onSelect ? 1 : 0);
  return (
    <Frame
      tabIndex={0}
      role="region"
      aria-label={label}
      sx={props.tall === true ? { maxHeight: 'calc(100vh - 150px)' } : {}}
    >
      <Grid aria-busy={rows === undefined}>
        <Head {...props} />
        <tbody>
          {rows?.map((row, index) => (
            <Fragment key={row.id}>
              <GroupRow name={groupStart(rows, index, groupOf)} span={span} />
              <BodyRow {...props} row={row} index={index} span={span} />
            </Fragment>
          ))}
          {rows === undefined &&
            Array.from({ length: expected }, (_, index) => <SkeletonRow key={index} cells={span} />)}
        </tbody>
        {sums !== undefined && columns.some(({ source }) => source in sums) && (
          <tfoot>
            <tr>
              {props.onSelect && <td />}
              {columns.map((column, index) => (
                <td key={column.source} className={isRight(column) ? 'n' : undefined}>
                  {column.source in sums ? (
                    <Sum value={sums[column.source] ?? 0} isCount={column.kind === 'count'} />
                  ) : index === 0 ? (
                    sumLabel
                  ) : null}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </Grid>
    </Frame>
  );
}

function Head<R extends Row>({
  columns,
  heading,
  sort,
  onSort,
  onSelect,
  onSelectAll,
  selected = [],
  rows = [],
}: DataTableProps<R>): ReactNode {
  const translate = useTranslate();
  const all = rows.length > 0 && rows.every(({ id }) => selected.includes(id));
  return (
    <thead>
      <tr>
        {onSelect && (
          <th className="check" scope="col">
            <Checkbox
              checked={all}
              indeterminate={!all && selected.length > 0}
              onChange={onSelectAll}
              slotProps={{ input: { 'aria-label': translate('ra.action.select_all') } }}
            />
          </th>
        )}
        {columns.map((column) => {
          const on = sort?.field === column.source;
          const Arrow = sort?.order === 'ASC' ? ArrowUpwardIcon : ArrowDownwardIcon;
          return (
            <th
              key={column.source}
              scope="col"
              className={column.kind === 'text' ? undefined : classOf(column)}
              aria-sort={on ? (sort.order === 'ASC' ? 'ascending' : 'descending') : undefined}
            >
              {column.sortable === true && onSort ? (
                <button
                  type="button"
                  className="sort"
                  onClick={() => {
                    onSort(column.source);
                  }}
                >
                  {heading(column)}
                  {on && <Arrow aria-hidden />}
                </button>
              ) : (
                heading(column)
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function GroupRow({ name, span }: { name: string | undefined; span: number }): ReactNode {
  if (name === undefined) return null;
  return (
    <tr className="group">
      <th scope="rowgroup" colSpan={span}>
        {name}
      </th>
    </tr>
  );
}

/** What opens below the fold comes into sight. */
function scrollHere(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}

type BodyRowProps<R extends Row> = DataTableProps<R> & { row: R; index: number; span: number };

function BodyRow<R extends Row>({
  row,
  index,
  span,
  columns,
  linkOf,
  onOpen,
  below,
  cursor,
  selected,
  onSelect,
}: BodyRowProps<R>): ReactNode {
  const translate = useTranslate();
  const line = useRef<HTMLTableRowElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const here = cursor === index;
  const inner = below?.(row);
  const opened = inner !== undefined && inner !== null && inner !== false;
  useEffect(() => {
    if (here) line.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const to = linkOf?.(row);
  const open = ({ target, currentTarget }: MouseEvent): void => {
    // A click on a link, a box or a button is theirs, and so is one on a sheet that a cell has opened; any other opens the row.
    if (!(target instanceof Element) || !currentTarget.contains(target)) return;
    if (target.closest('a, button, input, label') !== null) return;
    if (onOpen) onOpen(row);
    else link.current?.click();
  };
  return (
    <Fragment>
      <tr
        ref={line}
        data-open={to !== undefined || onOpen ? '' : undefined}
        data-cursor={here ? '' : undefined}
        data-opened={opened ? '' : undefined}
        onClick={open}
      >
        {onSelect && (
          <td className="check">
            <Checkbox
              checked={selected?.includes(row.id) ?? false}
              onChange={() => {
                onSelect(row);
              }}
              slotProps={{ input: { 'aria-label': translate('ra.action.select_row') } }}
            />
          </td>
        )}
        {columns.map((column, place) => (
          <td key={column.source} className={classOf(column)} title={wholeText(column, row)}>
            <FirstOrPlain
              first={place === 0}
              to={to}
              link={link}
              opened={opened}
              onOpen={
                onOpen &&
                (() => {
                  onOpen(row);
                })
              }
            >
              <Cell column={column} row={row} />
            </FirstOrPlain>
          </td>
        ))}
      </tr>
      {opened && (
        <tr ref={scrollHere} className="inner">
          <td colSpan={span}>{inner}</td>
        </tr>
      )}
    </Fragment>
  );
}

/** What may be cut off is told whole on hover. */
function wholeText<R extends Row>(column: Column<R>, row: R): string | undefined {
  if (column.kind !== 'text') return undefined;
  const value: unknown = column.text ? column.text(row) : row[column.source];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

interface FirstOrPlainProps {
  first: boolean;
  to: string | undefined;
  link: Ref<HTMLAnchorElement>;
  opened: boolean;
  onOpen: (() => void) | undefined;
  children: ReactNode;
}

/** The first cell is what a keyboard reaches: a link to the row, or the button that opens it in place. */
function FirstOrPlain({ first, to, link, opened, onOpen, children }: FirstOrPlainProps): ReactNode {
  if (first && to !== undefined)
    return (
      <Link ref={link} to={to}>
        {children}
      </Link>
    );
  if (first && onOpen !== undefined) {
    return (
      <button type="button" className="sort" aria-expanded={opened} onClick={onOpen}>
        {opened ? <ExpandMoreIcon aria-hidden /> : <ChevronRightIcon aria-hidden />}
        {children}
      </button>
    );
  }
  return children;
}

function SkeletonRow({ cells }: { cells: number }): ReactNode {
  return (
    <tr>
      {Array.from({ length: cells }, (_, index) => (
        <td key={index}>
          <Skeleton variant="text" width={index === 0 ? 110 : 64 + ((index * 37) % 60)} />
        </td>
      ))}
    </tr>
  );
}
