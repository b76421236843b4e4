import CloseIcon from '@mui/icons-material/Close';
import SearchIcon from '@mui/icons-material/Search';
import { Box, Dialog, IconButton, Popper, useMediaQuery } from '@mui/material';
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { mono } from '../theme';
import { RecentSearches, useRecent } from './recent-list';
import { SearchResults } from './search-results';
import { useSearch, type Hit } from './use-search';
import { useShortcut } from './shortcuts';

/** Ctrl or ⌘ with K, from anywhere, also out of a field. */
function useCommandKey(act: () => void): void {
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', hear);
    };
  }, [act]);
}

/** Search over what the role may see: in the bar on a desk, a full page on a phone. */
export function Search(): ReactNode {
  const translate = useTranslate();
  const phone = useMediaQuery('(max-width: 899px)');
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const focus = useCallback(() => {
    if (phone) setOpen(true);
    else input.current?.focus();
  }, [phone]);
  useCommandKey(focus);
  useShortcut('/', focus);
  if (!phone) return <SearchField inputRef={input} floating onDone={() => input.current?.blur()} />;
  return (
    <Box sx={{ ml: 'auto' }}>
      <IconButton aria-label={translate('search.label')} onClick={focus} sx={{ width: 44, height: 44 }}>
        <SearchIcon />
      </IconButton>
      <Dialog
        fullScreen
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        aria-label={translate('search.label')}
      >
        <Box sx={{ p: 1.5, display: 'flex', gap: 1, alignItems: 'flex-start' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <SearchField
              autoFocus
              onDone={() => {
                setOpen(false);
              }}
            />
          </Box>
          <IconButton
            aria-label={translate('ra.action.close')}
            onClick={() => {
              setOpen(false);
            }}
            sx={{ width: 44, height: 44 }}
          >
            <CloseIcon />
          </IconButton>
        </Box>
      </Dialog>
    </Box>
  );
}

interface SearchFieldProps {
  inputRef?: React.Ref<HTMLInputElement>;
  /** Results float under the field instead of standing below it. */
  floating?: boolean;
  autoFocus?: boolean;
  onDone: () => void;
}

function SearchField({ inputRef, floating = false, autoFocus = false, onDone }: SearchFieldProps): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [focused, setFocused] = useState(false);
  const [at, setAt] = useState(0);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { hits, state, why } = useSearch(text);
  const { recent, keep, forget } = useRecent();
  const isOpen = focused || !floating;
  const again = text === '' && isOpen && recent.length > 0;
  const shown = text.trim() !== '' && isOpen;
  const go = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    keep(text);
    setText('');
    onDone();
    navigate(hit.to);
  };
  const take = (searched: string): void => {
    setText(searched);
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, (again ? recent : hits).length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && again) take(recent[at] ?? '');
    else if (event.key === 'Enter') go(hits[at]);
    else if (event.key === 'Escape') {
      // What was looked for may be somebody's number: it does not stay in sight.
      take('');
      onDone();
    } else return;
    event.preventDefault();
  };
  const results = again ? (
    <RecentSearches id={listId} recent={recent} at={at} onPick={take} onForget={forget} />
  ) : (
    <SearchResults id={listId} hits={hits} at={at} state={state} why={why} onPick={go} />
  );
  const marked = again ? recent[at] : shown ? hits[at] : undefined;
  return (
    <Box sx={{ flex: { md: '0 1 420px' }, minWidth: 0 }}>
      <Box ref={setAnchor} sx={field}>
        <Box
          component="input"
          ref={inputRef}
          role="combobox"
          aria-label={translate('search.label')}
          aria-expanded={shown || again}
          aria-controls={listId}
          aria-activedescendant={marked === undefined ? undefined : `${listId}-${at.toString()}`}
          autoComplete="off"
          autoFocus={autoFocus}
          placeholder={translate('search.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onFocus={() => {
            setFocused(true);
          }}
          onBlur={() => {
            setFocused(false);
          }}
          onKeyDown={onKeyDown}
        />
        {floating && (
          <Box component="kbd" aria-hidden>
            Ctrl K
          </Box>
        )}
      </Box>
      {floating ? (
        <Popper
          open={shown || again}
          anchorEl={anchor}
          placement="bottom-start"
          sx={{ zIndex: 'modal', width: anchor?.clientWidth }}
        >
          <Box
            sx={{
              mt: 0.5,
              bgcolor: 'tokens.card',
              border: '1px solid',
              borderColor: 'tokens.line',
              borderRadius: '8px',
              boxShadow: 4,
            }}
          >
            {results}
          </Box>
        </Popper>
      ) : (
        (shown || again) && results
      )}
    </Box>
  );
}

const field = {
  height: { xs: 44, md: 32 },
  border: '1px solid',
  borderColor: 'tokens.line',
  borderRadius: '6px',
  bgcolor: 'tokens.bg',
  display: 'flex',
  alignItems: 'center',
  px: '10px',
  fontSize: 13,
  '&:focus-within': { borderColor: 'tokens.accent' },
  '& input': {
    border: 0,
    outline: 'none',
    bgcolor: 'transparent',
    color: 'tokens.ink',
    font: 'inherit',
    flex: 1,
    minWidth: 0,
    height: '100%',
  },
  '& input::placeholder': { color: 'tokens.ink3', opacity: 1 },
  '& kbd': {
    font: `12px ${mono}`,
    color: 'tokens.ink3',
    border: '1px solid',
    borderColor: 'tokens.line',
    borderRadius: '4px',
    px: '5px',
    bgcolor: 'tokens.card',
  },
} as const;
