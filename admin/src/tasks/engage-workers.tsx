import { parseYuan } from '@linggong/core/domain';
import { Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { countText, moneyText } from '../parts/money-text';
import type { ConsoleDataProvider } from '../provider';
import type { TaskRecord } from './task';

/** Worker numbers as people paste them: from a column of a sheet, or with commas. */
export function numbersOf(text: string): string[] {
  return [...new Set(text.split(/[\s,，;；、]+/).filter((part) => part !== ''))];
}

/** Engages workers by their numbers, all at the same agreed amount. */
export function EngageWorkers({ task, onDone }: { task: TaskRecord; onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [amount, setAmount] = useState(moneyText(task.unitPriceFen).replace(/,/g, ''));
  const numbers = numbersOf(text);
  const agreed = parseYuan(amount);
  const run = async (key: string): Promise<unknown> => {
    const ids = await idsOf(provider, numbers);
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
      >
        <TextField
          label={translate('task.engage.numbers')}
          helperText={translate('task.engage.numbersHelp')}
          multiline
          minRows={4}
          maxRows={10}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <TextField
          label={translate('task.engage.amount')}
          value={amount}
          error={!agreed.ok}
          onChange={(event) => {
            setAmount(event.target.value);
          }}
          slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        />
      </EffectSheet>
    </>
  );
}

/** Row numbers of workers by their business numbers. @throws Error where one of them is nobody */
async function idsOf(provider: ConsoleDataProvider, numbers: readonly string[]): Promise<number[]> {
  const ids: number[] = [];
  for (const number of numbers) {
    const { data } = await provider.getList('workers', {
      pagination: { page: 1, perPage: 2 },
      sort: { field: 'id', order: 'ASC' },
      filter: { number },
    });
    const found = data.find((row) => row['number'] === number);
    if (found === undefined) throw new Error('problem.unknownWorkers');
    ids.push(Number(found.id));
  }
  return ids;
}
