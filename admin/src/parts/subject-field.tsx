import { Box, Button, FormHelperText, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { call } from '../provider';
import { foundOf, type FoundSubject, type SubjectKind } from './subject-found';
import { Trouble } from './states-of-page';

interface SubjectFieldProps {
  kind: SubjectKind;
  label: string;
  /** Row number of who was chosen; empty until then. */
  value: string;
  onPick: (id: string) => void;
  id?: string;
  required?: boolean;
  fault?: string | undefined;
}

/**
 * Whom a form is about, found and chosen instead of typed as a row number: an enterprise by a part of its name, a worker by his
 * number, telephone or identity number as a whole. What is found is masked; what was typed is in no address and no draft.
 */
export function SubjectField(props: SubjectFieldProps): ReactNode {
  const { label, value, onPick } = props;
  const translate = useTranslate();
  const [chosen, setChosen] = useState<FoundSubject | undefined>(undefined);
  if (chosen === undefined || value !== chosen.id.toString()) {
    return (
      <SubjectSearch
        {...props}
        onFound={(found) => {
          setChosen(found);
          onPick(found.id.toString());
        }}
      />
    );
  }
  return (
    <Box id={props.id} sx={{ maxWidth: 420, display: 'grid', gap: 0.5 }} data-subject="">
      <Typography variant="body2" sx={{ color: 'tokens.ink2', fontSize: 12 }}>
        {label}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <SubjectWords found={chosen} />
        <Button
          size="small"
          onClick={() => {
            onPick('');
          }}
        >
          {translate('subject.other')}
        </Button>
      </Box>
    </Box>
  );
}

function SubjectSearch({
  kind,
  label,
  id,
  required = false,
  fault,
  onFound,
}: SubjectFieldProps & { onFound: (found: FoundSubject) => void }): ReactNode {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly FoundSubject[] | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const ready = text.trim().length >= 2 && !busy;
  const search = (): void => {
    setBusy(true);
    setError(undefined);
    call('/api/v1/subjects/search', { method: 'POST', body: { kind, text: text.trim() } })
      .then(({ json }) => {
        setFound(foundOf(json));
      }, setError)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Box sx={{ maxWidth: 420, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <TextField
          id={id}
          label={label}
          required={required}
          value={text}
          error={fault !== undefined}
          helperText={fault ?? translate(`subject.help.${kind}`)}
          autoComplete="off"
          fullWidth
          onChange={(event) => {
            setText(event.target.value);
          }}
          onKeyDown={(event) => {
            // Enter searches here, and does not send the form around it.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (ready) search();
          }}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 60 } }}
        />
        <Button variant="outlined" disabled={!ready} onClick={search} sx={{ flex: 'none', mt: '23px' }}>
          {translate(busy ? 'search.searching' : 'subject.find')}
        </Button>
      </Box>
      {error !== undefined && <Trouble error={error} />}
      {found !== undefined && <FoundList found={found} onFound={onFound} />}
    </Box>
  );
}

function FoundList({
  found,
  onFound,
}: {
  found: readonly FoundSubject[];
  onFound: (found: FoundSubject) => void;
}): ReactNode {
  const translate = useTranslate();
  if (found.length === 0) return <FormHelperText role="status">{translate('subject.none')}</FormHelperText>;
  return (
    <Box
      component="ul"
      aria-label={translate('subject.found')}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        maxHeight: 240,
        overflowY: 'auto',
        border: '1px solid',
        borderColor: 'tokens.line',
      }}
    >
      {found.map((one) => (
        <li key={one.id}>
          <Button
            fullWidth
            onClick={() => {
              onFound(one);
            }}
            sx={{
              justifyContent: 'flex-start',
              textAlign: 'left',
              whiteSpace: 'normal',
              border: 0,
              color: 'tokens.ink',
            }}
          >
            <SubjectWords found={one} />
          </Button>
        </li>
      ))}
    </Box>
  );
}

function SubjectWords({ found: { name, number, hint } }: { found: FoundSubject }): ReactNode {
  return (
    <Box component="span" sx={{ overflowWrap: 'anywhere', fontSize: 14 }}>
      <strong>{name}</strong>
      <Box component="span" sx={{ color: 'tokens.ink2', ml: 1, fontSize: 13 }}>
        {[number, hint].filter((part) => part !== null && part !== '').join(' · ')}
      </Box>
    </Box>
  );
}
