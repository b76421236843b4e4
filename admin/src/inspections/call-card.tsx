import { callOutcomes, interviewScript, type QuestionId } from '@linggong/risk/domain';
import { Box, Button, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useExtra } from '../configurations/form/use-extra';
import { listAt } from '../dashboards/tile';
import { Card } from '../parts/card';
import { Chip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { useSendKey, type ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { blankCall, bodyOf, firstOpen, foundBy, isWhole, type CallDraft } from './call';
import { Choices } from './choices';
import { Question } from './question';
import type { ItemRecord } from './inspection';

interface CallCardProps {
  record: ItemRecord;
  refresh: () => void;
}

type Phase = { at: 'asking' | 'saving' | 'saved' } | { at: 'refused'; error: unknown };

/** The phone interview (电话回访, R8.4): how the call went, the script question by question, its recording. */
export function CallCard({ record, refresh }: CallCardProps): ReactNode {
  const translate = useTranslate();
  const calls = useMay()('inspection-items', 'interview');
  const provider = useDataProvider<ConsoleDataProvider>();
  const [draft, setDraft] = useState<CallDraft>(blankCall);
  const extra = useExtra({ form: 'risk.phone-interview', within: true, drafts: false });
  const { key, failed, renew } = useSendKey();
  const [phase, setPhase] = useState<Phase>({ at: 'asking' });
  if (!calls) return null;
  const change = (part: Partial<CallDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const save = (): void => {
    setPhase({ at: 'saving' });
    const body = { ...bodyOf(draft), ...extra.part };
    extra
      .watch(() => provider.command('inspection-items', record.id, 'interviews', body, key))
      .then(
        () => {
          setPhase({ at: 'saved' });
          refresh();
        },
        (error: unknown) => {
          failed(error);
          setPhase({ at: 'refused', error });
        },
      );
  };
  return (
    <Card title={translate('inspections.call.title')}>
      {phase.at === 'saved' ? (
        <Saved
          workerId={record.workerId}
          found={foundBy(draft).findings.length > 0}
          again={() => {
            setDraft(blankCall);
            extra.clear();
            renew();
            setPhase({ at: 'asking' });
          }}
        />
      ) : (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
            {translate('inspections.call.lead')}
          </Typography>
          <Choices
            big
            label={translate('inspections.call.outcome')}
            codes={callOutcomes}
            word={(code) => translate(`state.callOutcome.${code}`)}
            value={draft.outcome}
            onPick={(outcome) => {
              change({ outcome });
            }}
          />
          {draft.outcome === 'answered' && <Script draft={draft} change={change} />}
          {draft.outcome !== undefined && <Note draft={draft} change={change} />}
          {draft.outcome !== undefined && extra.card}
          {phase.at === 'refused' && <Trouble error={phase.error} />}
          {draft.outcome !== undefined && (
            <Button
              variant="contained"
              color="primary"
              disabled={!isWhole(draft) || phase.at === 'saving'}
              onClick={save}
              sx={{ minHeight: 48, fontSize: 16 }}
            >
              {translate(phase.at === 'saving' ? 'sheet.running' : 'inspections.call.save')}
            </Button>
          )}
        </Box>
      )}
    </Card>
  );
}

interface PartProps {
  draft: CallDraft;
  change: (part: Partial<CallDraft>) => void;
}

/** The questions one after the other, then what they found. */
function Script({ draft, change }: PartProps): ReactNode {
  const [at, setAt] = useState(() => firstOpen(draft));
  const question = interviewScript[at];
  if (question === undefined) {
    return (
      <Answered
        draft={draft}
        onBack={(index) => {
          setAt(index);
        }}
      />
    );
  }
  return (
    <Question
      at={at}
      value={draft.answers[question.id]}
      onPick={(answer) => {
        const answers = { ...draft.answers, [question.id]: answer };
        change({ answers });
        // On to the next, or, where one answer was only mended, to what is still open.
        setAt(firstOpen({ answers }) > at ? firstOpen({ answers }) : at + 1);
      }}
      onBack={
        at === 0
          ? undefined
          : () => {
              setAt(at - 1);
            }
      }
    />
  );
}

function Answered({ draft, onBack }: { draft: CallDraft; onBack: (index: number) => void }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { findings, open } = foundBy(draft);
  const answer = (id: QuestionId): string => translate(`inspections.call.answer.${draft.answers[id] ?? 'unsure'}`);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box component="ol" sx={{ m: 0, pl: '20px', fontSize: 13, display: 'grid', gap: 0.5 }}>
        {interviewScript.map(({ id, text: words }, index) => (
          <li key={id}>
            <Button
              variant="text"
              size="small"
              onClick={() => {
                onBack(index);
              }}
              sx={{ whiteSpace: 'normal', textAlign: 'left', height: 'auto', minHeight: 32, p: '4px 6px' }}
            >
              {text(words)}
              <Box component="strong" sx={{ ml: 1 }}>
                {answer(id)}
              </Box>
            </Button>
          </li>
        ))}
      </Box>
      {findings.length === 0 && (
        <Box>
          <Chip tone={open ? 'wait' : 'good'}>{translate(`inspections.call.${open ? 'unsure' : 'clear'}`)}</Chip>
        </Box>
      )}
      {findings.length > 0 && (
        <Box role="status" sx={{ color: 'tokens.bad', bgcolor: 'tokens.badBg', borderRadius: '8px', p: '8px 14px' }}>
          <Box sx={{ fontWeight: 600, fontSize: 13 }}>{translate('inspections.call.misuse')}</Box>
          <Box component="ul" sx={{ m: 0, pl: '20px', fontSize: 13 }}>
            {findings.map(({ finding }) => (
              <li key={finding}>{translate(`inspections.call.finding.${finding}`)}</li>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}

function Note({ draft, change }: PartProps): ReactNode {
  const translate = useTranslate();
  return (
    <>
      {draft.outcome === 'answered' && (
        <TextField
          required
          label={translate('inspections.call.recording')}
          helperText={translate('inspections.call.recordingHelp')}
          value={draft.recording}
          autoComplete="off"
          onChange={(event) => {
            change({ recording: event.target.value });
          }}
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
      )}
      <TextField
        multiline
        minRows={2}
        label={translate('inspections.item.note')}
        helperText={translate('inspections.item.noteHelp')}
        value={draft.note}
        onChange={(event) => {
          change({ note: event.target.value });
        }}
        slotProps={{ htmlInput: { maxLength: 2_000 } }}
      />
    </>
  );
}

function Saved({ workerId, found, again }: { workerId: number; found: boolean; again: () => void }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  return (
    <Box role="status" sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
      <Chip tone="good">{translate('inspections.call.done')}</Chip>
      {found && may('risk-cases', 'list') && (
        <Link to={listAt('risk-cases', { workerId, source: 'inspection' })}>{translate('inspections.call.cases')}</Link>
      )}
      <Button size="small" onClick={again}>
        {translate('inspections.call.again')}
      </Button>
    </Box>
  );
}
