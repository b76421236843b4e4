import {
  checkAnswers,
  orderChecks,
  type CheckAnswer,
  type OrderCheckAnswers,
  type OrderCheckId,
} from '@linggong/risk/domain';
import { Box, Button, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { useExtra } from '../configurations/form/use-extra';
import { LazyRecordCard } from '../form-records/lazy-record-card';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Chip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { useSendKey, type ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { Choices } from './choices';
import type { ItemRecord } from './inspection';

interface CheckCardProps {
  record: ItemRecord;
  refresh: () => void;
}

/** What is compared for a payment (核查): agreement, business, amount and money; saved once. */
export function CheckCard({ record, refresh }: CheckCardProps): ReactNode {
  const translate = useTranslate();
  const checks = useMay()('inspection-items', 'check');
  return (
    <>
      <Card title={translate('inspections.item.check')}>
        {record.answers === null ? (
          checks ? (
            <Checking record={record} refresh={refresh} />
          ) : (
            <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{translate('state.inspectionItem.open')}</Box>
          )
        ) : (
          <Checked record={record} />
        )}
      </Card>
      {record.answers !== null && (
        <LazyRecordCard form="risk.inspection" subjectKind="inspection-item" subjectId={record.id} />
      )}
    </>
  );
}

function Checked({ record: { answers, note, checkedBy, checkedAt } }: { record: ItemRecord }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const actor = useActorText();
  return (
    <Box sx={{ display: 'grid', gap: 1, fontSize: 13 }}>
      {orderChecks.map(({ id, text: words }) => {
        const answer = answers?.[id] ?? 'missing';
        return (
          <Box key={id} sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start' }}>
            <Chip tone={answer === 'fits' ? 'good' : 'bad'}>{translate(`inspections.item.answer.${answer}`)}</Chip>
            <span>{text(words)}</span>
          </Box>
        );
      })}
      {note !== null && <Box sx={{ overflowWrap: 'anywhere' }}>{note}</Box>}
      <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>
        {actor(checkedBy ?? '')} <Instant at={checkedAt} />
      </Box>
    </Box>
  );
}

type Draft = Partial<Record<OrderCheckId, CheckAnswer>>;

function Checking({ record, refresh }: CheckCardProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [answers, setAnswers] = useState<Draft>({});
  const [note, setNote] = useState('');
  const extra = useExtra({ form: 'risk.inspection', within: true, drafts: false });
  const { key, failed } = useSendKey();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const whole = orderChecks.every(({ id }) => answers[id] !== undefined);
  const save = async (): Promise<void> => {
    // Every check has its answer, or the button could not be pressed.
    const written = note.trim() === '' ? {} : { note: note.trim() };
    const body = { answers: answers as OrderCheckAnswers, ...written, ...extra.part };
    setBusy(true);
    setError(undefined);
    try {
      await extra.watch(() => provider.command('inspection-items', record.id, 'check', body, key));
      refresh();
    } catch (refusal) {
      failed(refusal);
      setError(refusal);
    }
    setBusy(false);
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
        {translate('inspections.item.checkLead')}
      </Typography>
      <Questions answers={answers} onChange={setAnswers} />
      <TextField
        multiline
        minRows={2}
        label={translate('inspections.item.note')}
        helperText={translate('inspections.item.noteHelp')}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
        }}
        slotProps={{ htmlInput: { maxLength: 2_000 } }}
      />
      {extra.card}
      {error !== undefined && <Trouble error={error} />}
      <Button
        variant="contained"
        color="primary"
        disabled={!whole || busy}
        onClick={() => void save()}
        sx={{ justifySelf: { sm: 'start' }, minHeight: { xs: 48, sm: 34 } }}
      >
        {translate(busy ? 'sheet.running' : 'inspections.item.save')}
      </Button>
    </Box>
  );
}

function Questions({ answers, onChange }: { answers: Draft; onChange: (answers: Draft) => void }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <>
      {orderChecks.map(({ id, text: words }) => (
        <Box
          key={id}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 330px' },
            gap: 1,
            alignItems: 'center',
          }}
        >
          <Box sx={{ fontSize: 14 }}>
            {text(words)}
            {answers[id] !== undefined && answers[id] !== 'fits' && (
              <Box sx={{ fontSize: 12, color: 'tokens.bad' }}>
                {translate('inspections.item.opensCase', { title: text(words) })}
              </Box>
            )}
          </Box>
          <Choices
            label={text(words)}
            codes={checkAnswers}
            word={(code) => translate(`inspections.item.answer.${code}`)}
            value={answers[id]}
            onPick={(answer) => {
              onChange({ ...answers, [id]: answer });
            }}
          />
        </Box>
      ))}
    </>
  );
}
