import { Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { findWorkers, numbersOf, someOf } from '../workers/worker-numbers';
import type { SendContractsProps } from './send-contracts';
import { SendSheet } from './send-sheet';
import { useSigns } from '../parts/signs';

type SendButtonProps = Omit<SendContractsProps, 'open' | 'onClose' | 'children'> & {
  small?: boolean;
  onDone?: () => void;
};

/** “Send for signing” wherever workers stand: his page, selected rows, the workers of a task. */
export function SendButton({ small = false, onDone, ...sheet }: SendButtonProps): ReactNode {
  const translate = useTranslate();
  const may = useMay()('contract-batch', 'send');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button
        {...(small ? { size: 'small' as const, color: 'primary' as const } : {})}
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('contract.send.action')}
      </Button>
      <SendSheet
        {...sheet}
        open={open}
        onClose={() => {
          setOpen(false);
          onDone?.();
        }}
      />
    </>
  );
}

/** The same from the list of contracts, for workers who are named by their numbers. */
export function SendByNumbers({ onDone }: { onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const may = useMay();
  const signs = useSigns();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const numbers = numbersOf(text);
  // Who may not look workers up cannot send to numbers; he sends from the task or the batch.
  if (!may('contract-batch', 'send') || !may('workers', 'search')) return null;
  const workerIds = async (): Promise<number[]> => {
    const { ids, unknown } = await findWorkers(provider, numbers);
    if (unknown.length === 0) return ids;
    const title = translate('worker.unknownNumbers', {
      smart_count: unknown.length,
      numbers: someOf(unknown, signs.listed),
    });
    throw Object.assign(new Error(title), { body: { title } });
  };
  return (
    <>
      <Button
        variant="contained"
        color="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('contract.send.action')}
      </Button>
      <SendSheet
        open={open}
        onClose={() => {
          setOpen(false);
          setText('');
          onDone();
        }}
        count={numbers.length}
        workerIds={workerIds}
      >
        <TextField
          label={translate('task.engage.numbers')}
          helperText={translate('task.engage.numbersHelp')}
          multiline
          minRows={3}
          maxRows={8}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </SendSheet>
    </>
  );
}
