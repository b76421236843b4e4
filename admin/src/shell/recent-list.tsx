import { Box, Button } from '@mui/material';
import { useCallback, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { usePreference } from '../parts/preference';
import { useMe } from '../session/use-me';
import { isRecent, withSearch } from './recent-searches';
import { SearchOption } from './search-option';

interface Recent {
  recent: readonly string[];
  keep: (text: string) => void;
  forget: () => void;
}

/** The last searches of this account in this browser that led somewhere. */
export function useRecent(): Recent {
  const identifier = useMe()?.account.identifier ?? '';
  // Kept by account: whoever signs in after another finds none of his.
  const [all, store] = usePreference('search.recent', {}, isKeptByAccount);
  const recent = all[identifier] ?? [];
  const keep = (text: string): void => {
    if (identifier !== '') store({ ...all, [identifier]: withSearch(recent, text) });
  };
  const forget = useCallback(() => {
    const { [identifier]: _gone, ...others } = all;
    store(others);
  }, [all, identifier, store]);
  return { recent, keep, forget };
}

function isKeptByAccount(value: unknown): value is Record<string, readonly string[]> {
  return typeof value === 'object' && value !== null && Object.values(value).every(isRecent);
}

interface RecentSearchesProps {
  id: string;
  recent: readonly string[];
  /** Index of the one that Enter searches for again. */
  at: number;
  onPick: (text: string) => void;
  onForget: () => void;
}

/** What was searched for before, while nothing is typed yet. */
export function RecentSearches({ id, recent, at, onPick, onForget }: RecentSearchesProps): ReactNode {
  const translate = useTranslate();
  return (
    <Box sx={{ py: 0.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', px: 1.5, fontSize: 12, color: 'tokens.ink2' }}>
        <Box sx={{ flex: 1 }}>{translate('search.recent')}</Box>
        <Button
          size="small"
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault();
            onForget();
          }}
        >
          {translate('search.forget')}
        </Button>
      </Box>
      <Box id={id} role="listbox" aria-label={translate('search.recent')}>
        {recent.map((text, index) => (
          <SearchOption
            key={text}
            id={`${id}-${index.toString()}`}
            chosen={index === at}
            onPick={() => {
              onPick(text);
            }}
          >
            {text}
          </SearchOption>
        ))}
      </Box>
    </Box>
  );
}
