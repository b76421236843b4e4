import { Box, Button, Dialog, DialogContent, DialogTitle, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Masked } from '../parts/masked';
import { StateChip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import type { ConsoleDataProvider } from '../provider';
import { bareNumber, personalKind } from '../parts/personal-number';
import type { WorkerRow } from './worker';

/** What came of a search, with what was asked: under another number it says nothing. */
type Found = { asked: string } & ({ workers: readonly WorkerRow[] } | { error: unknown });

/** Finds by the whole identity number, phone or card. The number travels in a body, never in an address, and the search is recorded. */
export function FindWorker({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<Found | undefined>(undefined);
  const found = answer?.asked === text ? answer : undefined;
  const kind = personalKind(text);
  const close = (): void => {
    setText('');
    setAnswer(undefined);
    onClose();
  };
  const look = (): void => {
    if (kind === undefined) return;
    const page = { page: 1, perPage: 50 };
    provider
      .getList<WorkerRow>('workers', {
        pagination: page,
        sort: { field: 'id', order: 'ASC' },
        filter: { [kind]: bareNumber(text) },
      })
      .then(
        ({ data }) => {
          setAnswer({ asked: text, workers: data });
        },
        (error: unknown) => {
          setAnswer({ asked: text, error });
        },
      );
  };
  return (
    <Dialog open={open} onClose={close} aria-labelledby="find-worker" fullWidth maxWidth="sm">
      <DialogTitle id="find-worker" sx={{ fontSize: 15, fontWeight: 600 }}>
        {translate('worker.find.title')}
      </DialogTitle>
      <DialogContent>
        <Box
          component="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            look();
          }}
          sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}
        >
          <TextField
            autoFocus
            fullWidth
            label={translate('worker.find.label')}
            value={text}
            autoComplete="off"
            onChange={(event) => {
              setText(event.target.value);
              setAnswer(undefined);
            }}
            helperText={
              text.length > 5 && kind === undefined ? translate('worker.find.unfit') : translate('worker.find.help')
            }
          />
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={kind === undefined}
            sx={{ mt: '24px', flex: 'none' }}
          >
            {translate('ra.action.search')}
          </Button>
        </Box>
        {found !== undefined && 'error' in found && <Trouble error={found.error} />}
        {found !== undefined && 'workers' in found && <FoundList workers={found.workers} onOpen={close} />}
      </DialogContent>
    </Dialog>
  );
}

function FoundList({ workers, onOpen }: { workers: readonly WorkerRow[]; onOpen: () => void }): ReactNode {
  const translate = useTranslate();
  if (workers.length === 0)
    return (
      <Typography role="status" sx={{ mt: 1 }}>
        {translate('worker.find.none')}
      </Typography>
    );
  return (
    <Box component="ul" role="status" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
      {workers.map((worker) => (
        <Box
          component="li"
          key={worker.id}
          sx={{
            display: 'flex',
            gap: 2,
            alignItems: 'center',
            py: 1,
            borderTop: '1px solid',
            borderColor: 'tokens.line',
          }}
        >
          <Link to={`/workers/${worker.id.toString()}/show`} onClick={onOpen}>
            {worker.number}
          </Link>
          <span>{worker.name}</span>
          <Box sx={{ flex: 1 }}>
            <Masked text={worker.identity} />
          </Box>
          <StateChip kind="worker" state={worker.state} />
        </Box>
      ))}
    </Box>
  );
}
