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
import { isRecord } from '../provider/problem';
import { usePreference } from '../parts/preference';
import { sameFilter, type FilterValues } from './filter';

/** A list somebody comes back to: a name and its filter. */
export interface View {
  label: string;
  filter: Record<string, unknown>;
}

const isViews = (value: unknown): value is View[] =>
  Array.isArray(value) &&
  value.every((view) => isRecord(view) && typeof view['label'] === 'string' && isRecord(view['filter']));

/** The usual views of the list, then one's own; what is filtered now can be kept under a name. */
export function Views({ resource, usual }: { resource: string; usual: readonly View[] }): ReactNode {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const values: FilterValues = filterValues;
  const [own, setOwn] = usePreference<View[]>(`views.${resource}`, [], isViews);
  const [naming, setNaming] = useState(false);
  const all = [...usual, ...own];
  const known = all.some(({ filter }) => sameFilter(filter, values));
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
      {all.map((view, index) => (
        <ViewTab
          key={`${view.label}-${index.toString()}`}
          view={view}
          on={sameFilter(view.filter, values)}
          onPick={() => {
            setFilters(view.filter);
          }}
          onRemove={
            index >= usual.length
              ? () => {
                  setOwn(own.filter((mine) => mine !== view));
                }
              : undefined
          }
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
        onClose={() => {
          setNaming(false);
        }}
        onName={(label) => {
          setOwn([...own, { label, filter: { ...values } }]);
        }}
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
  onPick: () => void;
  onRemove: (() => void) | undefined;
}): ReactNode {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flex: 'none' }}>
      <ButtonBase
        aria-pressed={on}
        onClick={onPick}
        sx={{
          fontSize: 14,
          py: 1,
          px: '2px',
          minHeight: { xs: 44, sm: 0 },
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
  onClose,
  onName,
}: {
  open: boolean;
  onClose: () => void;
  onName: (label: string) => void;
}): ReactNode {
  const translate = useTranslate();
  const [text, setText] = useState('');
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="name-view">
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
          slotProps={{ htmlInput: { maxLength: 20 } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={text.trim() === ''}
          onClick={() => {
            onName(text.trim());
            setText('');
            onClose();
          }}
        >
          {translate('ra.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
