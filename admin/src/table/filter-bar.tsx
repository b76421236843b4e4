import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, MenuItem, Popover, Skeleton, TextField } from '@mui/material';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { ActorWord } from '../parts/actor-word';
import { DateField } from '../parts/date-field';
import { mayBePersonal } from '../parts/personal-number';
import { tones } from '../parts/states';
import { dayOf } from '../parts/time-text';
import { filterText, instantOfDay, withFilter, type Filter, type FilterValues } from './filter';
import { QuickSearch } from './quick-search';
import { isRelation, relationOf } from './relation';
import { RelationWord } from './relation-word';
import { useSigns } from '../parts/signs';

// What picks among many is fetched when a filter of that kind is opened: lists stand on the first page, and few people narrow them so.
const PickField = lazy(() => import('./pick-field').then(({ PickField: field }) => ({ default: field })));
const ActorField = lazy(() => import('./pick-field').then(({ ActorField: field }) => ({ default: field })));

/** Label of a filter and the word of its value. */
function useFilterWords(resource: string): {
  label: (filter: Filter) => string;
  value: (filter: Filter, text: string) => string;
} {
  const translate = useTranslate();
  const signs = useSigns();
  const actor = useActorText();
  return {
    label: ({ source }) => {
      const relation = relationOf(source);
      if (relation !== undefined) return translate(`resources.${relation}.name`, { smart_count: 1 });
      return translate(`resources.${resource}.fields.${source}`, { _: translate('list.narrowed') });
    },
    value: ({ kind, states, source, options }, text) => {
      const one = (part: string): string => {
        if (kind === 'state') return translate(`state.${states ?? ''}.${part}`, { _: translate('state.other') });
        if (kind === 'choice') return translate(`choice.${source}.${part}`, { _: part });
        if (kind === 'pick') return options?.find((option) => option.value === part)?.label ?? part;
        if (kind === 'actor') return actor(part);
        return part === 'true' || part === 'false' ? translate(`ra.boolean.${part}`) : part;
      };
      if (kind === 'from' || kind === 'until') return dayOf(text);
      return text.split(',').map(one).join(signs.listed);
    },
  };
}

/** A field for the business number, further filters behind a button, and every active one as a chip with its word. */
export function FilterBar({
  resource,
  filters,
  searchBy,
}: {
  resource: string;
  filters: readonly Filter[];
  searchBy?: string | undefined;
}): ReactNode {
  const translate = useTranslate();
  const words = useFilterWords(resource);
  const { filterValues, setFilters } = useListContext();
  const values: FilterValues = filterValues;
  const set = (source: string, text: string): void => {
    setFilters(withFilter(values, source, text));
  };
  // A link may narrow a list by more than the reader can choose himself; that too is told and can be taken off.
  const known = new Set([searchBy, ...filters.map(({ source }) => source)]);
  const others = Object.keys(values).filter((source) => !known.has(source));
  const active = [...filters, ...others.map((source): Filter => ({ source, kind: 'text' }))].filter(
    ({ source }) => source !== searchBy && filterText(values, source) !== undefined,
  );
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap', minWidth: 0 }}>
      {searchBy !== undefined && (
        <QuickSearch
          label={translate(`resources.${resource}.fields.${searchBy}`)}
          value={filterText(values, searchBy) ?? ''}
          onChange={(text) => {
            set(searchBy, text);
          }}
        />
      )}
      <MoreFilters
        filters={filters.filter(({ source }) => source !== searchBy)}
        values={values}
        words={words}
        onSet={set}
      />
      {active.map((filter) => (
        <FilterChip
          key={filter.source}
          filter={filter}
          words={words}
          text={filterText(values, filter.source) ?? ''}
          onRemove={() => {
            set(filter.source, '');
          }}
        />
      ))}
      {active.length > 1 && (
        <Button
          size="small"
          variant="text"
          onClick={() => {
            setFilters({});
          }}
        >
          {translate('ra.navigation.clear_filters')}
        </Button>
      )}
    </Box>
  );
}

interface FilterChipProps {
  filter: Filter;
  words: ReturnType<typeof useFilterWords>;
  text: string;
  onRemove: () => void;
}

function FilterChip({ filter, words, text, onRemove }: FilterChipProps): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        height: 28,
        pl: 1.25,
        pr: 0.25,
        borderRadius: '14px',
        bgcolor: 'tokens.accentBg',
        color: 'tokens.accent',
        fontSize: 13,
      }}
    >
      <Box component="span" sx={{ whiteSpace: 'pre' }}>
        {words.label(filter)}
        {signs.colon}
      </Box>
      <ChipWord filter={filter} words={words} text={text} />
      <IconButton
        size="small"
        aria-label={`${translate('ra.action.remove_filter')} ${words.label(filter)}`}
        onClick={onRemove}
        sx={{ color: 'inherit', p: 0.5 }}
      >
        <CloseIcon sx={{ fontSize: 14 }} />
      </IconButton>
    </Box>
  );
}

function ChipWord({ filter, words, text }: Omit<FilterChipProps, 'onRemove'>): ReactNode {
  if (filter.kind === 'actor') return <ActorWord name={text} />;
  return isRelation(filter.source) ? <RelationWord source={filter.source} text={text} /> : words.value(filter, text);
}

interface MoreFiltersProps {
  filters: readonly Filter[];
  values: FilterValues;
  words: ReturnType<typeof useFilterWords>;
  onSet: (source: string, text: string) => void;
}

function MoreFilters({ filters, values, words, onSet }: MoreFiltersProps): ReactNode {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (filters.length === 0) return null;
  return (
    <>
      <Button
        size="small"
        startIcon={<AddIcon />}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
        sx={{ height: { xs: 44, sm: 32 } }}
      >
        {translate('list.filter')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null);
        }}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': translate('list.filter'),
            sx: { p: 2, width: 280, display: 'grid', gap: 1.5, mt: 0.5 },
          },
        }}
      >
        {filters.map((filter) => (
          <Suspense key={filter.source} fallback={<Skeleton variant="rounded" height={40} />}>
            <FilterField
              filter={filter}
              label={words.label(filter)}
              word={(text) => words.value(filter, text)}
              value={filterText(values, filter.source) ?? ''}
              onSet={(text) => {
                onSet(filter.source, text);
              }}
            />
          </Suspense>
        ))}
      </Popover>
    </>
  );
}

interface FilterFieldProps {
  filter: Filter;
  label: string;
  word: (code: string) => string;
  value: string;
  onSet: (text: string) => void;
}

function FilterField({ filter, label, word, value, onSet }: FilterFieldProps): ReactNode {
  const translate = useTranslate();
  const codes = filter.kind === 'state' && filter.states ? Object.keys(tones[filter.states]) : filter.choices;
  if (codes) {
    return (
      <TextField
        select
        label={label}
        value={codes.includes(value) ? value : ''}
        onChange={(event) => {
          onSet(event.target.value);
        }}
      >
        <MenuItem value="">{translate('list.any')}</MenuItem>
        {codes.map((code) => (
          <MenuItem key={code} value={code}>
            {word(code)}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  if (filter.kind === 'from' || filter.kind === 'until') {
    const { kind } = filter;
    return (
      <DateField
        label={label}
        value={value === '' ? '' : dayOf(value)}
        onChange={(day) => {
          onSet(instantOfDay(day, kind));
        }}
      />
    );
  }
  if (filter.kind === 'day' || filter.kind === 'month')
    return <DateField month={filter.kind === 'month'} label={label} value={value} onChange={onSet} />;
  if (filter.kind === 'pick')
    return <PickField label={label} value={value} options={filter.options ?? []} onSet={onSet} />;
  if (filter.kind === 'actor') return <ActorField label={label} value={value} onSet={onSet} />;
  return <TypedField label={label} value={value} digits={filter.digits === true} onSet={onSet} />;
}

/** Typed text is applied when the field is left or Enter pressed: not a query a letter. */
function TypedField({
  label,
  value,
  digits,
  onSet,
}: {
  label: string;
  value: string;
  /** A number of digits only is what is asked for here. */
  digits: boolean;
  onSet: (text: string) => void;
}): ReactNode {
  const translate = useTranslate();
  const [text, setText] = useState(value);
  const refused = !digits && mayBePersonal(text);
  const apply = (): void => {
    if (!refused && text !== value) onSet(text.trim());
  };
  return (
    <TextField
      label={label}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
      }}
      error={refused}
      helperText={refused ? translate('search.personal') : undefined}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply();
      }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
