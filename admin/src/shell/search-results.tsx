import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Hit, SearchState } from './use-search';
import { SearchOption } from './search-option';

interface SearchResultsProps {
  id: string;
  hits: readonly Hit[];
  /** Index of the one that Enter opens. */
  at: number;
  state: SearchState;
  /** What the server has said of a failure. */
  why?: string | undefined;
  onPick: (hit: Hit) => void;
}

/** What was found, each with its kind; or a word about why nothing is. */
export function SearchResults({ id, hits, at, state, why, onPick }: SearchResultsProps): ReactNode {
  const translate = useTranslate();
  return (
    <Box
      id={id}
      role="listbox"
      aria-label={translate('search.results')}
      sx={{ py: 0.5, maxHeight: '60vh', overflowY: 'auto' }}
    >
      {hits.map((hit, index) => (
        <SearchOption
          key={hit.to}
          id={`${id}-${index.toString()}`}
          chosen={index === at}
          onPick={() => {
            onPick(hit);
          }}
        >
          <Box sx={{ color: 'tokens.ink3', fontSize: 12, flex: '0 0 64px' }}>
            {translate(`resources.${hit.resource}.name`, { smart_count: 1 })}
          </Box>
          <Box sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {hit.title}
          </Box>
          {hit.note !== undefined && <Box sx={{ color: 'tokens.ink2', fontSize: 12 }}>{hit.note}</Box>}
        </SearchOption>
      ))}
      {hits.length === 0 && (
        <Box
          role="option"
          aria-selected={false}
          aria-disabled
          sx={{ px: 1.5, py: 1, fontSize: 13, color: 'tokens.ink2' }}
        >
          {why ??
            translate(
              `search.${state === 'done' || state === 'name' ? 'nothing' : state === 'part' ? 'personalPart' : state}`,
            )}
          {state === 'name' && <Box>{translate('search.noNames')}</Box>}
        </Box>
      )}
    </Box>
  );
}
