import { VIEW_NAME_MAX } from '@linggong/access/domain';
import CloseIcon from '@mui/icons-material/Close';
import {
  Box,
  Button,
  ButtonBase,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
  TextField,
} from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { Trouble } from '../parts/states-of-page';
import type { FilterValues } from './filter';
import { useSavedViews } from './saved-views';
import { isOn, sortOf, type View } from './view';

interface ViewsProps {
  resource: string;
  usual: readonly View[];
  /** Columns that are shown or hidden now, and what shows others. */
  flags: Readonly<Record<string, boolean>>;
  onFlags: (flags: Record<string, boolean>) => void;
}

/** The usual views of the list, then one's own; the list as it stands now can be kept under a name. */
export function Views({ resource, usual, flags, onFlags }: ViewsProps): ReactNode {
  const translate = useTranslate();
  const { filterValues, setFilters, sort, setSort } = useListContext();
  const values: FilterValues = filterValues;
  const { own, keep, remove } = useSavedViews(resource);
  const [naming, setNaming] = useState(false);
  const known = [...usual, ...own].some((view) => isOn(view, values, sort));
  const pick = (view: View): void => {
    setFilters(view.filter);
    if (view.sort !== undefined) setSort(view.sort);
    if (view.columns !== undefined) onFlags({ ...view.columns });
  };
  return (
    <Box
      sx={{
        display: 'flex',
        gap: { xs: 2, sm: 2.75 },
        borderBottom: '1px solid',
        borderColor: 'tokens.line',
        mb: 1.5,
        overflowX: 'auto',
        alignItems: 'center',
      }}
    >
      {usual.map((view) => (
        <ViewTab key={view.label} view={view} on={isOn(view, values, sort)} onPick={pick} />
      ))}
      {own.map((view) => (
        <ViewTab
          key={view.id}
          view={view}
          on={isOn(view, values, sort)}
          onPick={pick}
          onRemove={() => {
            // One that is gone already is gone; one that cannot be reached stays to be removed.
            remove(view).catch(() => undefined);
          }}
        />
      ))}
      {!known && Object.keys(values).length > 0 && (
        <Button
          size="small"
          variant="text"
          onClick={() => {
            setNaming(true);
          }}
        >
          {translate('ra.saved_queries.new_label')}
        </Button>
      )}
      <NameView
        open={naming}
        taken={usual.map(({ label }) => label)}
        onClose={() => {
          setNaming(false);
        }}
        onName={(label) => keep({ label, filter: { ...values }, sort: sortOf(sort), columns: flags })}
      />
    </Box>
  );
}

function ViewTab({
  view,
  on,
  onPick,
  onRemove,
}: {
  view: View;
  on: boolean;
  onPick: (view: View) => void;
  onRemove?: () => void;
}): ReactNode {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flex: 'none' }}>
      <ButtonBase
        aria-pressed={on}
        onClick={() => {
          onPick(view);
        }}
        sx={{
          fontSize: 14,
          py: 1,
          px: '2px',
          minHeight: { xs: 44, sm: 0 },
          minWidth: { xs: 44, sm: 0 },
          color: on ? 'tokens.ink' : 'tokens.ink2',
          fontWeight: on ? 600 : 400,
          boxShadow: (theme) => (on ? `inset 0 -2px ${theme.palette.tokens.accent}` : 'none'),
        }}
      >
        {view.label}
      </ButtonBase>
      {onRemove && on && (
        <IconButton
          size="small"
          aria-label={translate('ra.saved_queries.remove_label_with_name', { name: view.label })}
          onClick={onRemove}
        >
          <CloseIcon sx={{ fontSize: 14 }} />
        </IconButton>
      )}
    </Box>
  );
}

function NameView({
  open,
  taken,
  onClose,
  onName,
}: {
  open: boolean;
  /** Names of the usual views: one's own of such a name could not be told from it. */
  taken: readonly string[];
  onClose: () => void;
  onName: (label: string) => Promise<void>;
}): ReactNode {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);
  const isTaken = taken.includes(text.trim());
  const close = (): void => {
    setText('');
    setError(undefined);
    onClose();
  };
  const save = (): void => {
    setBusy(true);
    setError(undefined);
    onName(text.trim())
      .then(close, setError)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Dialog open={open} onClose={close} aria-labelledby="name-view">
      <DialogTitle id="name-view" sx={{ fontSize: 15, fontWeight: 600 }}>
        {translate('ra.saved_queries.new_dialog_title')}
      </DialogTitle>
      <DialogContent>
        <TextField
          autoFocus
          sx={{ mt: 1, width: 280 }}
          label={translate('ra.saved_queries.query_name')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
          slotProps={{ htmlInput: { maxLength: VIEW_NAME_MAX } }}
          error={isTaken}
          helperText={translate(isTaken ? 'views.nameTaken' : 'views.keptHelp')}
        />
        {error !== undefined && <Trouble error={error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" color="primary" disabled={busy || isTaken || text.trim() === ''} onClick={save}>
          {translate('ra.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
