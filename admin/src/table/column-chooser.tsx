import { Button, Checkbox, ListItemText, Menu, MenuItem } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { isFlags, usePreference } from '../parts/preference';
import { isUsual, type Column, type Row } from './column';

/** Which columns are shown: the list's own choice, changed by the reader, remembered on this computer. */
export function useColumns<R extends Row>(
  resource: string,
  all: readonly Column<R>[],
  rows: readonly R[] = [],
): {
  shown: Column<R>[];
  isShown: (column: Column<R>) => boolean;
  toggle: (column: Column<R>) => void;
  /** What the reader has chosen of the columns that are facts. */
  flags: Readonly<Record<string, boolean>>;
  choose: (flags: Record<string, boolean>) => void;
} {
  const [flags, setFlags] = usePreference<Record<string, boolean>>(`columns.${resource}`, {}, isFlags);
  const isShown = (column: Column<R>): boolean => flags[column.source] ?? isUsual(column, rows);
  return {
    shown: all.filter(isShown),
    isShown,
    flags: Object.fromEntries(
      all
        .filter(({ kind, source }) => kind !== 'act' && flags[source] !== undefined)
        .map((column) => [column.source, isShown(column)]),
    ),
    choose: setFlags,
    toggle: (column) => {
      setFlags({ ...flags, [column.source]: !isShown(column) });
    },
  };
}

interface ColumnChooserProps<R extends Row> {
  columns: readonly Column<R>[];
  isShown: (column: Column<R>) => boolean;
  toggle: (column: Column<R>) => void;
  heading: (column: Column<R>) => string;
}

export function ColumnChooser<R extends Row>({ columns, isShown, toggle, heading }: ColumnChooserProps<R>): ReactNode {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        size="small"
        aria-haspopup="menu"
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
        sx={{ height: 32 }}
      >
        {translate('ra.action.select_columns')}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null);
        }}
      >
        {columns.map((column, index) => (
          <MenuItem
            key={column.source}
            dense
            disabled={index === 0}
            onClick={() => {
              toggle(column);
            }}
            role="menuitemcheckbox"
            aria-checked={isShown(column)}
          >
            <Checkbox
              checked={isShown(column)}
              tabIndex={-1}
              disableRipple
              slotProps={{ input: { 'aria-hidden': true } }}
            />
            <ListItemText primary={heading(column)} slotProps={{ primary: { fontSize: 13 } }} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
