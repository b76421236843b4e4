import { Button, Link as MuiLink, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EffectSheet } from '../parts/effect-sheet';
import { Money } from '../parts/money';
import { dayText } from '../parts/time-text';
import { isRecord, type ConsoleDataProvider } from '../provider';
import type { OpenTaskRecord } from './open-task';

interface ApplyProps {
  task: OpenTaskRecord;
  /** Whether the button stands there; the sheet stays while it is open. */
  isOffered: boolean;
  onDone: () => void;
}

/** Applies for a task at the pay that it names. */
export function Apply({ task, isOffered, onDone }: ApplyProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState(false);
  const label = (field: string): string => translate(`resources.open-tasks.fields.${field}`);
  return (
    <>
      {isOffered && (
        <Button
          variant="contained"
          color="primary"
          data-approve=""
          onClick={() => {
            setOpen(true);
          }}
        >
          {translate('openTask.apply')}
        </Button>
      )}
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          onDone();
        }}
        title={translate('openTask.apply')}
        lead={translate('openTask.lead')}
        effects={[
          { label: label('unitPriceFen'), value: <Money fen={task.unitPriceFen} />, strong: true },
          { label: label('endsOn'), value: dayText(task.endsOn) },
          { label: label('place'), value: task.place ?? '' },
        ].filter(({ value }) => value !== '')}
        notes={[translate('openTask.once')]}
        confirm={translate('openTask.confirm')}
        run={({ key }) => provider.command('open-tasks', task.id, 'apply', {}, key)}
        done={(answer) => <Done answer={answer} />}
      />
    </>
  );
}

/** What came of it, and where it is followed. */
function Done({ answer }: { answer: unknown }): ReactNode {
  const translate = useTranslate();
  const { id, number } = isRecord(answer) ? answer : {};
  return (
    <Typography>
      {translate('openTask.done', { number: typeof number === 'string' ? number : '' })}{' '}
      {typeof id === 'number' && (
        <MuiLink component={Link} to={`/engagements/${id.toString()}/show`} underline="always">
          {translate('openTask.see')}
        </MuiLink>
      )}
    </Typography>
  );
}
