import { Button, MenuItem, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import { Bar } from '../parts/progress';
import { Trouble } from '../parts/states-of-page';
import { useStillHere } from '../parts/use-still-here';
import { isRecord, type ConsoleDataProvider } from '../provider';
import { sendFileOnce } from '../provider/send-file-once';
import type { RatingRecord } from './rating';
import { useWords, type Word } from './words';

interface SheetProps {
  readonly record: Pick<RatingRecord, 'id' | 'number'>;
  readonly onDone: () => void;
}

/** Asks the registers now. */
export function CheckNow({ record, onDone }: SheetProps): ReactNode {
  const word = useWords();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="contained"
        color="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {word('check')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        title={`${word('check')} · ${record.number}`}
        lead={word('checkLead')}
        confirm={word('check')}
        run={async ({ key }) => {
          const answer = await provider.command('enterprises', record.id, 'credit-checks', {}, key);
          onDone();
          return answer;
        }}
      />
    </>
  );
}

const states = ['standing', 'abnormal', 'revoked', 'cancelled', 'moved', 'closed'] as const;
const answers = ['nameAgrees', 'representativeAgrees', 'dishonest', 'abnormal'] as const;
type Answer = (typeof answers)[number];

const blank = {
  registerState: '',
  nameAgrees: '',
  representativeAgrees: '',
  dishonest: '',
  abnormal: '',
  capital: '',
  foundedOn: '',
  note: '',
};

/** Keeps what a person read in the national register, with the capture that proves it. */
export function CaptureByHand({ record, onDone }: SheetProps): ReactNode {
  const word = useWords();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState(false);
  const [captureId, setCaptureId] = useState<number | undefined>(undefined);
  const [typed, setTyped] = useState(blank);
  const { registerState, capital, foundedOn, note } = typed;
  const isReady = captureId !== undefined && registerState !== '' && answers.every((field) => typed[field] !== '');
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {word('capture')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          setTyped(blank);
          setCaptureId(undefined);
        }}
        title={`${word('capture')} · ${record.number}`}
        lead={word('captureLead')}
        ready={isReady}
        confirm={word('capture')}
        run={async ({ key }) => {
          const body = {
            captureId,
            registerState,
            ...Object.fromEntries(answers.map((field) => [field, typed[field] === 'yes'])),
            ...(capital === '' ? {} : { capital }),
            ...(foundedOn === '' ? {} : { foundedOn }),
            ...(note === '' ? {} : { note }),
          };
          const answer = await provider.command('enterprises', record.id, 'credit-captures', body, key);
          onDone();
          return answer;
        }}
      >
        <CaptureFile record={record} captureId={captureId} onStored={setCaptureId} />
        <Told typed={typed} setTyped={setTyped} />
      </EffectSheet>
    </>
  );
}

type Typed = typeof blank;

function Told({ typed, setTyped }: { typed: Typed; setTyped: (typed: Typed) => void }): ReactNode {
  const word = useWords();
  const translate = useTranslate();
  const choice = (field: Answer | 'registerState', options: readonly { value: string; label: string }[]) => (
    <TextField
      key={field}
      select
      required
      label={word(field)}
      value={typed[field]}
      onChange={(event) => {
        setTyped({ ...typed, [field]: event.target.value });
      }}
    >
      {options.map(({ value, label }) => (
        <MenuItem key={value} value={value}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
  const yesNo = (['yes', 'no'] as const).map((value) => ({ value, label: word(value) }));
  const text = (field: 'capital' | 'note') => (
    <TextField
      label={word(field satisfies Word)}
      value={typed[field]}
      onChange={(event) => {
        setTyped({ ...typed, [field]: event.target.value });
      }}
    />
  );
  return (
    <>
      {choice(
        'registerState',
        states.map((value) => ({ value, label: translate(`state.registerState.${value}`) })),
      )}
      {answers.map((field) => choice(field, yesNo))}
      {text('capital')}
      <DateField
        label={word('foundedOn')}
        value={typed.foundedOn}
        onChange={(day) => {
          setTyped({ ...typed, foundedOn: day });
        }}
      />
      {text('note')}
    </>
  );
}

interface FileProps {
  readonly record: Pick<RatingRecord, 'id'>;
  readonly captureId: number | undefined;
  readonly onStored: (id: number) => void;
}

function CaptureFile({ record, captureId, onStored }: FileProps): ReactNode {
  const word = useWords();
  const isHere = useStillHere();
  const [share, setShare] = useState<number | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const send = (file: File): void => {
    setError(undefined);
    setShare(0);
    const path = `/api/v1/enterprises/${record.id.toString()}/register-captures`;
    sendFileOnce({ path, file, onProgress: setShare })
      .then((json) => {
        // Of a sheet that was closed meanwhile it is no answer any more: the next one begins empty.
        if (isHere() && isRecord(json) && typeof json['captureId'] === 'number') onStored(json['captureId']);
      }, setError)
      .finally(() => {
        setShare(undefined);
      });
  };
  return (
    <>
      {error !== undefined && <Trouble error={error} />}
      {share !== undefined && <Bar done={share * 100} total={100} width="100%" label={word('captureFile')} />}
      <Button component="label" variant="outlined" disabled={share !== undefined}>
        {captureId === undefined ? word('captureFile') : word('captured')}
        <input
          type="file"
          hidden
          aria-label={word('captureFile')}
          accept="image/png,image/jpeg,application/pdf"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) send(file);
            // The same one chosen again is a retry.
            event.target.value = '';
          }}
        />
      </Button>
    </>
  );
}
