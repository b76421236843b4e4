import { Box, Button, useMediaQuery } from '@mui/material';
import { useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { ListBase, useListContext, useTranslate, type RaRecord } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { inSentence } from '../parts/in-sentence';
import { PageHeader } from '../parts/page-header';
import { Empty, Trouble } from '../parts/states-of-page';
import { isRecord } from '../provider/problem';
import type { Column, Row } from './column';
import { ColumnChooser, useColumns } from './column-chooser';
import { DataTable } from './data-table';
import { ExportButton } from './export-button';
import type { Filter } from './filter';
import { FilterBar } from './filter-bar';
import { LateTotals } from './late-totals';
import { Pager } from './pager';
import { totalText } from './total-text';
import { PhoneList } from './phone-list';
import { useMay, useSees } from '../session/use-me';
import { isUnread, UnreadAddress } from './unread-address';
import { useRowKeys } from './use-row-keys';
import type { View } from './view';
import { Views } from './views';

export interface RecordListProps<R extends Row> {
  resource: string;
  /** In the place of the resource's name. */
  title?: string;
  columns: readonly Column<R>[];
  filters?: readonly Filter[];
  /** The filter that stands as a field: a business number or a company's name. */
  searchBy?: string;
  views?: readonly View[];
  /** What is shown to who comes without a filter: what waits for him, where the list is a queue. */
  first?: Readonly<Record<string, unknown>>;
  sort: { field: string; order: 'ASC' | 'DESC' };
  /** Told of what the list is narrowed by, where its columns follow from that. */
  onFilter?: (filter: Readonly<Record<string, unknown>>) => void;
  /** A fixed narrowing, for the list inside another page; such a list has no head of its own and stays out of the URL. */
  only?: Record<string, unknown>;
  /** What such a list says where it is empty: the answer to the question above it. */
  none?: string;
  /** What the list holds and what it does not, where its name alone would mislead. */
  note?: string;
  /** What a whole list says where nothing is in it, in the place of the words of its resource. */
  nothingYet?: { title: string; why: string };
  actions?: ReactNode;
  /** What to do first where there is nothing yet. */
  firstStep?: ReactNode;
  /** Address of a row; its show page where not given. */
  linkOf?: (row: R) => string | undefined;
  /** Buttons for the selected rows; with them the rows have boxes. */
  bulk?: (ids: readonly (number | string)[], clear: () => void) => ReactNode;
  /** Rows stand in groups under their names while they are sorted by this field. */
  groups?: { by: string; name: (row: R) => string };
}

/** A list that cannot be read says so where it would stand, not in a toast besides. Its rows wait for no totals that take long. */
const inPlace = { onError: (): void => undefined, meta: { totals: 'soon' } };

/** The list page of a resource: views, filters in the URL, columns to choose, sums of the filtered set, keys, export. */
export function RecordList<R extends RaRecord & Row>(props: RecordListProps<R>): ReactNode {
  const { resource, sort, only, first } = props;
  const inner = only !== undefined;
  // Who is known to see the list does not wait until react-admin has asked for it once more; whoever is not is asked, and refused there.
  const isAllowed = useMay()(resource, 'list');
  return (
    <ListBase<R>
      resource={resource}
      disableAuthentication={isAllowed}
      sort={sort}
      perPage={inner ? 10 : 25}
      disableSyncWithLocation={inner}
      queryOptions={inPlace}
      {...(first === undefined ? {} : { filterDefaultValues: first })}
      {...(inner ? { filter: only, storeKey: false as const } : {})}
    >
      <LateTotals<R>>
        <ListBody {...props} />
      </LateTotals>
    </ListBase>
  );
}

function ListBody<R extends RaRecord & Row>(props: RecordListProps<R>): ReactNode {
  const { resource, searchBy, only, actions, onFilter } = props;
  const { filters, views } = useSeenAsking(props);
  const columns = useSeenColumns(resource, props.columns);
  const translate = useTranslate();
  const { total, data, meta, filterValues } = useListContext<R>();
  useEffect(() => {
    onFilter?.(filterValues);
  }, [filterValues, onFilter]);
  const { shown, isShown, toggle, flags, choose } = useColumns(resource, columns, data);
  const leaving = columns.filter((column) => column.inFile === true || isShown(column));
  const mayExport = useMay()(resource, 'export');
  const heading = (column: Column<R>): string =>
    column.heading ?? translate(`resources.${resource}.fields.${column.source}`);
  const inner = only !== undefined;
  // The line is there before its words are, so that nothing moves when they come.
  const facts = [total === undefined ? '\u00a0' : translate('list.total', { count: totalText(total, meta) })];
  return (
    <>
      {!inner && (
        <PageHeader
          title={props.title ?? translate(`resources.${resource}.name`, { smart_count: 2 })}
          facts={facts}
          actions={actions}
        />
      )}
      {props.note !== undefined && <Box sx={{ mb: 1, fontSize: 13, color: 'tokens.ink2' }}>{props.note}</Box>}
      {views !== undefined && !inner && <Views resource={resource} usual={views} flags={flags} onFlags={choose} />}
      {!inner && (
        <Box sx={{ display: 'flex', gap: 1, mb: 1.25, alignItems: 'flex-start' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <FilterBar resource={resource} filters={filters} searchBy={searchBy} />
          </Box>
          <Box sx={{ display: { xs: 'none', sm: 'flex' }, gap: 1 }}>
            <ColumnChooser columns={columns} isShown={isShown} toggle={toggle} heading={heading} />
            {mayExport && <ExportButton columns={leaving} heading={heading} />}
          </Box>
        </Box>
      )}
      <Rows {...props} shown={shown} heading={heading} />
    </>
  );
}

/** The filters and views by fields that the person's role sees: by others the server refuses to ask. */
function useSeenAsking<R extends Row>({ resource, filters = [], views }: RecordListProps<R>) {
  const sees = useSees();
  return {
    filters: filters.filter(({ source }) => sees(resource, source)),
    views: views?.filter(({ filter }) => Object.keys(filter).every((source) => sees(resource, source))),
  };
}

/** The columns that the person's role sees. */
function useSeenColumns<R extends Row>(resource: string, columns: readonly Column<R>[]): readonly Column<R>[] {
  const sees = useSees();
  return useMemo(() => columns.filter(({ source }) => sees(resource, source)), [columns, resource, sees]);
}

type RowsProps<R extends Row> = RecordListProps<R> & {
  shown: readonly Column<R>[];
  heading: (column: Column<R>) => string;
};

/** Opening and selecting a row, by mouse and by key. */
function useRowActions<R extends RaRecord & Row>({ resource, linkOf, bulk, only }: RowsProps<R>) {
  const navigate = useNavigate();
  const { data, onToggleItem } = useListContext<R>();
  const link = useCallback(
    (row: R) => (linkOf ? linkOf(row) : `/${resource}/${String(row.id)}/show`),
    [linkOf, resource],
  );
  const open = useCallback(
    (row: R) => {
      const to = link(row);
      if (to !== undefined) navigate(to);
    },
    [link, navigate],
  );
  const toggle = useCallback(
    (row: R) => {
      onToggleItem(row.id);
    },
    [onToggleItem],
  );
  const cursor = useRowKeys(only === undefined ? data : undefined, open, bulk && toggle);
  return { link, toggle, cursor };
}

function Rows<R extends RaRecord & Row>(props: RowsProps<R>): ReactNode {
  const { columns, bulk, only, groups } = props;
  const phone = useMediaQuery('(max-width: 599px)');
  const { data, total, error, refetch, perPage, sort } = useListContext<R>();
  const groupOf = groups?.by === sort.field ? groups.name : undefined;
  const { link, toggle, cursor } = useRowActions(props);
  if (error !== null && error !== undefined && data === undefined) {
    if (only === undefined && isUnread(error)) return <UnreadAddress {...props} />;
    return (
      <Trouble
        error={error}
        retry={() => {
          refetch();
        }}
      />
    );
  }
  if (total === 0) return <NoRows {...props} />;
  return (
    <>
      {bulk && <BulkBar bulk={bulk} />}
      {phone && data !== undefined ? (
        <PhoneList columns={columns} rows={data} linkOf={link} groupOf={groupOf} heading={props.heading} />
      ) : (
        <Table {...props} link={link} toggle={toggle} cursor={cursor} groupOf={groupOf} />
      )}
      {(only === undefined || (total ?? 0) > perPage) && <Pager inner={only !== undefined} />}
    </>
  );
}

type TableProps<R extends Row> = RowsProps<R> & {
  link: (row: R) => string | undefined;
  toggle: (row: R) => void;
  cursor: number | undefined;
  groupOf: ((row: R) => string) | undefined;
};

function Table<R extends RaRecord & Row>(props: TableProps<R>): ReactNode {
  const { resource, shown, heading, bulk, only, link, toggle, cursor, groupOf } = props;
  const translate = useTranslate();
  const { data, sort, setSort, selectedIds, onSelect, perPage, meta } = useListContext<R>();
  const all = data?.every(({ id }) => selectedIds.includes(id)) ?? false;
  const selection = {
    selected: selectedIds,
    onSelect: toggle,
    onSelectAll: () => {
      onSelect(all ? [] : (data ?? []).map(({ id }) => id));
    },
  };
  return (
    <DataTable
      label={translate(`resources.${resource}.name`, { smart_count: 2 })}
      heading={heading}
      columns={shown}
      rows={data}
      expected={Math.min(perPage, 10)}
      sort={sort}
      onSort={(field) => {
        setSort({ field, order: sort.field === field && sort.order === 'ASC' ? 'DESC' : 'ASC' });
      }}
      linkOf={link}
      groupOf={groupOf}
      tall={only === undefined}
      {...(cursor === undefined ? {} : { cursor })}
      {...(bulk ? selection : {})}
      sums={sumsOf(meta)}
      sumLabel={translate('list.sumOfAll')}
    />
  );
}

/** What can be done with the selected rows. */
function BulkBar({ bulk }: { bulk: NonNullable<RecordListProps<Row>['bulk']> }): ReactNode {
  const translate = useTranslate();
  const { selectedIds, onUnselectItems } = useListContext();
  const clear = (): void => {
    onUnselectItems();
  };
  if (selectedIds.length === 0) return null;
  return (
    <Box
      role="toolbar"
      aria-label={translate('list.bulk')}
      sx={{
        display: 'flex',
        gap: 1,
        alignItems: 'center',
        mb: 1,
        p: '6px 12px',
        bgcolor: 'tokens.accentBg',
        borderRadius: '8px',
        fontSize: 13,
      }}
    >
      <Box sx={{ flex: 1 }}>{translate('ra.action.bulk_actions', { smart_count: selectedIds.length })}</Box>
      {bulk(selectedIds, clear)}
      <Button size="small" variant="text" onClick={clear}>
        {translate('ra.action.unselect')}
      </Button>
    </Box>
  );
}

function sumsOf(meta: unknown): Readonly<Record<string, number>> | undefined {
  const sums = isRecord(meta) ? meta['sums'] : undefined;
  if (!isRecord(sums)) return undefined;
  return Object.fromEntries(
    Object.entries(sums).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

function NoRows<R extends Row>({ resource, firstStep, first, only, none, nothingYet }: RowsProps<R>): ReactNode {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  // A list that is named after what one does there says what its rows are.
  const listed = translate(`resources.${resource}.name`, { smart_count: 2 });
  const name = inSentence(translate(`resources.${resource}.things`, { _: listed }));
  const all = (label: string): ReactNode => (
    <Button
      onClick={() => {
        setFilters({});
      }}
    >
      {translate(label)}
    </Button>
  );
  // Nobody chose the filter that a list begins with: where it leaves nothing, there is nothing to loosen.
  if (first !== undefined && JSON.stringify(filterValues) === JSON.stringify(first))
    return (
      <Empty
        title={translate('list.noneNow', { name })}
        why={translate('list.noneNowWhy')}
        action={all('list.showAll')}
      />
    );
  if (Object.keys(filterValues).length > 0) {
    return (
      <Empty
        title={translate('list.noMatch', { name })}
        why={translate('list.noMatchWhy')}
        action={all('ra.navigation.clear_filters')}
      />
    );
  }
  if (only !== undefined)
    return <Box sx={{ fontSize: 13, color: 'tokens.ink3', py: 1 }}>{none ?? translate('list.none', { name })}</Box>;
  return (
    <Empty
      title={nothingYet?.title ?? translate('list.none', { name })}
      why={nothingYet?.why ?? translate(`resources.${resource}.empty`)}
      action={firstStep}
    />
  );
}
