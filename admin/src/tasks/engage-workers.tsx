import { Button, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { moneyOf } from '../parts/form-checks';
import { MoneyInput } from '../parts/money-input';
import { countText, moneyText } from '../parts/money-text';
import { isRecord, type ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { findOwnWorkers, findWorkers, numbersOf, someOf } from '../workers/worker-numbers';
import type { TaskRecord } from './task';
import { useSigns } from '../parts/signs';

/** Engages workers by their numbers, all at the same agreed amount. */
export function EngageWorkers({ task, onDone }: { task: TaskRecord; onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  // An enterprise reads no list of workers: it engages who has worked for it, and the platform who is new.
  const seesAll = useMay()('workers', 'list');
  const signs = useSigns();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [amount, setAmount] = useState(moneyText(task.unitPriceFen));
  const numbers = numbersOf(text);
  const agreed = moneyOf(amount);
  const run = async (key: string): Promise<unknown> => {
    const { ids, unknown } = await (seesAll ? findWorkers : findOwnWorkers)(provider, numbers);
    if (unknown.length > 0) {
      const words = seesAll ? 'worker.unknownNumbers' : 'task.engage.notKnown';
      const title = translate(words, { smart_count: unknown.length, numbers: someOf(unknown, signs.listed) });
      throw Object.assign(new Error(title), { body: { title } });
    }
    const agreedFen = agreed.ok ? Number(agreed.fen) : 0;
    return provider.command(
      'tasks',
      task.id,
      'engagements',
      { workers: ids.map((workerId) => ({ workerId, agreedFen })) },
      key,
    );
  };
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {translate('task.engage.action')}
      </Button>
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          onDone();
        }}
        title={translate('task.engage.action')}
        lead={translate('task.engage.lead')}
        effects={[{ label: translate('task.engage.workers'), value: countText(numbers.length), strong: true }]}
        ready={numbers.length > 0 && numbers.length <= 5000 && agreed.ok}
        confirm={translate('task.engage.confirm', { count: countText(numbers.length) })}
        run={({ key }) => run(key)}
        done={(answer) => (
          <Typography sx={{ fontWeight: 600 }}>{translate('task.engage.done', countsOf(answer))}</Typography>
        )}
      >
        <TextField
          label={translate('task.engage.numbers')}
          helperText={translate(seesAll ? 'task.engage.numbersHelp' : 'task.engage.ownNumbersHelp')}
          multiline
          minRows={4}
          maxRows={10}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <MoneyInput required positive label={translate('task.engage.amount')} value={amount} onChange={setAmount} />
      </EffectSheet>
    </>
  );
}

function countsOf(answer: unknown): { engaged: string; already: string } {
  const count = (name: string): string => {
    const value = isRecord(answer) ? answer[name] : undefined;
    return countText(typeof value === 'number' ? value : undefined);
  };
  return { engaged: count('engaged'), already: count('already') };
}
