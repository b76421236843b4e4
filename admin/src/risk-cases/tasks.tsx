import { Box, Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { DateField } from '../parts/date-field';
import { EffectSheet } from '../parts/effect-sheet';
import { Chip } from '../parts/state-chip';
import { call, type ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { isOverdue, type CaseRecord } from './risk-case';
import { useSigns } from '../parts/signs';
import { dayOf } from '../parts/time-text';

interface TasksProps {
  record: CaseRecord;
  refresh: () => void;
}

type Task = CaseRecord['tasks'][number];

/** What has to be found out before the case can be closed. */
export function Tasks({ record, refresh }: TasksProps): ReactNode {
  const translate = useTranslate();
  const changes = useMay()('risk-cases', 'handle') && record.state !== 'closed';
  const [adding, setAdding] = useState(false);
  const [finishing, setFinishing] = useState<Task | undefined>(undefined);
  return (
    <Card
      title={translate('riskCases.tasks.title')}
      action={
        changes && (
          <Button
            size="small"
            onClick={() => {
              setAdding(true);
            }}
          >
            {translate('riskCases.tasks.add')}
          </Button>
        )
      }
    >
      {record.tasks.length === 0 && (
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('riskCases.tasks.none')}</Box>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.25 }}>
        {record.tasks.map((task) => (
          <TaskLine key={task.id} task={task} onFinish={changes ? setFinishing : undefined} />
        ))}
      </Box>
      <AddTask
        open={adding}
        id={record.id}
        onClose={() => {
          setAdding(false);
        }}
        refresh={refresh}
      />
      <FinishTask
        task={finishing}
        id={record.id}
        onClose={() => {
          setFinishing(undefined);
        }}
        refresh={refresh}
      />
    </Card>
  );
}

interface TaskLineProps {
  task: Task;
  onFinish: ((task: Task) => void) | undefined;
}

function TaskLine({ task, onFinish }: TaskLineProps): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const actor = useActorText();
  const done = task.doneAt !== null;
  const said = [
    translate('riskCases.tasks.addedBy', { actor: actor(task.addedBy) }),
    ...(task.dueOn === null ? [] : [translate('riskCases.tasks.until', { day: task.dueOn })]),
  ];
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', fontSize: 13 }}>
      {isOverdue(task, dayOf(new Date())) ? (
        <Chip tone="bad">{translate('riskCases.isLate')}</Chip>
      ) : (
        <Chip tone={done ? 'good' : 'wait'}>{translate(`riskCases.tasks.${done ? 'done' : 'open'}`)}</Chip>
      )}
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {task.text}
        <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>{said.join(' · ')}</Box>
        {task.result !== null && (
          <Box sx={{ color: 'tokens.ink2' }}>
            {translate('riskCases.tasks.result')}
            {signs.colon}
            {task.result}
          </Box>
        )}
      </Box>
      {!done && onFinish !== undefined && (
        <Button
          size="small"
          onClick={() => {
            onFinish(task);
          }}
        >
          {translate('riskCases.tasks.finish')}
        </Button>
      )}
    </Box>
  );
}

interface SheetProps {
  id: number;
  onClose: () => void;
  refresh: () => void;
}

function AddTask({ open, id, onClose, refresh }: SheetProps & { open: boolean }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState('');
  return (
    <EffectSheet
      open={open}
      onClose={() => {
        setText('');
        setDueOn('');
        onClose();
      }}
      title={translate('riskCases.tasks.add')}
      lead={translate('riskCases.tasks.lead')}
      ready={text.trim().length >= 2}
      confirm={translate('riskCases.tasks.add')}
      run={async ({ key }) => {
        const body = { text: text.trim(), ...(dueOn === '' ? {} : { dueOn }) };
        const answer = await provider.command('risk-cases', id, 'tasks', body, key);
        refresh();
        return answer;
      }}
    >
      <Written label={translate('riskCases.tasks.text')} value={text} onChange={setText} />
      <DateField label={translate('riskCases.tasks.dueOn')} value={dueOn} onChange={setDueOn} min={dayOf(new Date())} />
    </EffectSheet>
  );
}

function FinishTask({ task, id, onClose, refresh }: SheetProps & { task: Task | undefined }): ReactNode {
  const translate = useTranslate();
  const [result, setResult] = useState('');
  return (
    <EffectSheet
      open={task !== undefined}
      onClose={() => {
        setResult('');
        onClose();
      }}
      title={translate('riskCases.tasks.finish')}
      lead={task?.text ?? ''}
      notes={[translate('riskCases.tasks.finishLead')]}
      ready={result.trim().length >= 2}
      confirm={translate('riskCases.tasks.finish')}
      run={async ({ key }) => {
        const path = `/api/v1/risk-cases/${id.toString()}/tasks/${(task?.id ?? 0).toString()}/finish`;
        const { json } = await call(path, { method: 'POST', body: { result: result.trim() }, key });
        refresh();
        return json;
      }}
    >
      <Written label={translate('riskCases.tasks.result')} value={result} onChange={setResult} />
    </EffectSheet>
  );
}

function Written(of: { label: string; value: string; onChange: (text: string) => void }): ReactNode {
  return (
    <TextField
      required
      multiline
      minRows={2}
      label={of.label}
      value={of.value}
      onChange={(event) => {
        of.onChange(event.target.value);
      }}
      slotProps={{ htmlInput: { maxLength: 500 } }}
    />
  );
}
