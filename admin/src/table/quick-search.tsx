import { Box, Button, Popper, TextField } from '@mui/material';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { halfWidth, mayBePersonal, personalKind } from '../parts/personal-number';
import { useMay } from '../session/use-me';
import { SearchResults } from '../shell/search-results';
import { useSearch } from '../shell/use-search';

interface QuickSearchProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
}

/** The field of a list. What may be somebody's number stays in the field: it is looked up exactly, or not at all. */
export function QuickSearch({ label, value, onChange }: QuickSearchProps): ReactNode {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const noteId = useId();
  const personal = mayBePersonal(text);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value || personal) return undefined;
    const timer = setTimeout(() => {
      onChange(halfWidth(text).trim());
    }, 300);
    return () => {
      clearTimeout(timer);
    };
  }, [text, value, personal, onChange]);
  return (
    <>
      <TextField
        ref={setAnchor}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        placeholder={label}
        autoComplete="off"
        slotProps={{
          htmlInput: { 'aria-label': label, ...(personal ? { 'aria-describedby': noteId } : {}) },
          input: { sx: { height: { xs: 44, sm: 32 }, fontSize: 13 } },
        }}
        sx={{ width: 200 }}
      />
      <Popper open={personal} anchorEl={anchor} placement="bottom-start" sx={{ zIndex: 'modal' }}>
        {personal && <ExactLookup key={text} text={text} noteId={noteId} />}
      </Popper>
    </>
  );
}

/** The exact lookup, offered rather than done: the server records who looked for whom. */
function ExactLookup({ text, noteId }: { text: string; noteId: string }): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const may = useMay()('workers', 'search');
  const listId = useId();
  const [asked, setAsked] = useState(false);
  const { hits, state, why } = useSearch(asked ? text : '');
  const whole = personalKind(text) !== undefined;
  return (
    <Box
      sx={{
        mt: 0.5,
        width: 320,
        bgcolor: 'tokens.card',
        border: '1px solid',
        borderColor: 'tokens.line',
        borderRadius: '8px',
        boxShadow: 4,
        fontSize: 13,
      }}
    >
      <Box id={noteId} role="status" sx={{ p: '10px 12px', color: 'tokens.ink2' }}>
        {translate(whole ? 'search.personal' : 'search.personalPart')}
      </Box>
      {whole && may && !asked && (
        <Box sx={{ p: '0 12px 10px' }}>
          <Button
            size="small"
            color="primary"
            onClick={() => {
              setAsked(true);
            }}
          >
            {translate('search.exact')}
          </Button>
        </Box>
      )}
      {asked && (
        <SearchResults
          id={listId}
          hits={hits}
          at={0}
          state={state}
          why={why}
          onPick={({ to }) => {
            navigate(to);
          }}
        />
      )}
    </Box>
  );
}
