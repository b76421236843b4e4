import { caseOutcomes, type CaseOutcome, type Severity } from '@linggong/risk/domain';
import { Button, FormControlLabel, Radio, RadioGroup, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import type { ConsoleDataProvider } from '../provider';
import { SeverityField } from './report-risk';
import type { CaseRecord } from './risk-case';

interface CaseProps {
  record: CaseRecord;
  refresh: () => void;
}

type Sheet = 'close' | 'grade' | 'comment';

/** Buttons and sheets of what takes more than a reason: a comment, another severity, the outcome. */
export function CaseSheets({ record, refresh, children }: CaseProps & { children: ReactNode }): ReactNode {
  const translate = useTranslate();
  const [sheet, setSheet] = useState<Sheet | undefined>(undefined);
  const opens = (name: Sheet, main = false): ReactNode => (
    <Button
      {...(main ? { variant: 'contained' as const, color: 'primary' as const } : {})}
      onClick={() => {
        setSheet(name);
      }}
    >
      {translate(`riskCases.${name}.title`)}
    </Button>
  );
  const props = {
    record,
    refresh,
    close: () => {
      setSheet(undefined);
    },
  };
  return (
    <>
      {record.state !== 'closed' && opens('grade')}
      {opens('comment')}
      {children}
      {record.allowed.includes('close') && opens('close', true)}
      <CommentSheet {...props} open={sheet === 'comment'} />
      <GradeSheet {...props} open={sheet === 'grade'} />
      <CloseSheet {...props} open={sheet === 'close'} />
    </>
  );
}

type SheetProps = CaseProps & { open: boolean; close: () => void };

/** Sends what a sheet says, and reads the case again. */
function useSend({ record, refresh }: CaseProps): (action: string, body: object, key: string) => Promise<unknown> {
  const provider = useDataProvider<ConsoleDataProvider>();
  return async (action, body, key) => {
    const answer = await provider.command('risk-cases', record.id, action, body, key);
    refresh();
    return answer;
  };
}

function CommentSheet({ open, close, ...of }: SheetProps): ReactNode {
  const translate = useTranslate();
  const send = useSend(of);
  const [text, setText] = useState('');
  return (
    <EffectSheet
      open={open}
      onClose={() => {
        setText('');
        close();
      }}
      title={translate('riskCases.comment.title')}
      lead={translate('riskCases.comment.lead')}
      ready={text.trim().length >= 2}
      confirm={translate('riskCases.comment.add')}
      run={({ key }) => send('comments', { text: text.trim() }, key)}
    >
      <TextField
        required
        multiline
        minRows={4}
        label={translate('riskCases.comment.text')}
        helperText={translate('riskCases.report.textHelp')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        slotProps={{ htmlInput: { maxLength: 2_000 } }}
      />
    </EffectSheet>
  );
}

function GradeSheet({ open, close, ...of }: SheetProps): ReactNode {
  const translate = useTranslate();
  const send = useSend(of);
  // What was picked; until then the severity that the case has.
  const [picked, setPicked] = useState<Severity | undefined>(undefined);
  const severity = picked ?? of.record.severity;
  return (
    <EffectSheet
      open={open}
      onClose={() => {
        setPicked(undefined);
        close();
      }}
      title={translate('riskCases.grade.title')}
      lead={translate('riskCases.grade.lead')}
      reason="required"
      ready={severity !== of.record.severity}
      confirm={translate('riskCases.grade.title')}
      run={({ reason, key }) => send('grade', { severity, reason }, key)}
    >
      <SeverityField label={translate('riskCases.grade.severity')} value={severity} onChange={setPicked} />
    </EffectSheet>
  );
}

function CloseSheet({ open, close, ...of }: SheetProps): ReactNode {
  const translate = useTranslate();
  const send = useSend(of);
  const [outcome, setOutcome] = useState<CaseOutcome | undefined>(undefined);
  const [answer, setAnswer] = useState('');
  const isComplaint = of.record.source === 'complaint';
  const answered = !isComplaint || answer.trim().length >= 2;
  const tasks = of.record.tasks.filter(({ doneAt }) => doneAt === null).length;
  const measures = of.record.measures.filter(({ state }) => state === 'in-force').length;
  const stops = tasks > 0 || (outcome === 'false-alarm' && measures > 0);
  return (
    <EffectSheet
      open={open}
      onClose={() => {
        setOutcome(undefined);
        setAnswer('');
        close();
      }}
      title={translate('riskCases.close.title')}
      lead={translate('riskCases.close.lead')}
      notes={[
        ...(tasks > 0 ? [translate('riskCases.close.tasks', { count: tasks.toString() })] : []),
        ...(measures > 0 ? [translate('riskCases.close.measures', { count: measures.toString() })] : []),
      ]}
      reason="required"
      ready={outcome !== undefined && answered && !stops}
      confirm={translate('riskCases.close.title')}
      run={({ reason, key }) =>
        send('close', { outcome, reason, ...(isComplaint ? { answer: answer.trim() } : {}) }, key)
      }
    >
      <RadioGroup
        aria-label={translate('riskCases.close.outcome')}
        value={outcome ?? ''}
        onChange={(event) => {
          // The group holds these codes only.
          setOutcome(event.target.value as CaseOutcome);
        }}
      >
        {caseOutcomes.map((code) => (
          <FormControlLabel
            key={code}
            value={code}
            control={<Radio size="small" />}
            label={translate(`state.riskOutcome.${code}`)}
            sx={{ minHeight: { xs: 44, sm: 34 } }}
          />
        ))}
      </RadioGroup>
      {isComplaint && (
        <TextField
          required
          multiline
          minRows={3}
          label={translate('riskCases.close.answer')}
          helperText={translate('riskCases.close.answerHelp')}
          value={answer}
          onChange={(event) => {
            setAnswer(event.target.value);
          }}
          slotProps={{ htmlInput: { maxLength: 2_000 } }}
        />
      )}
    </EffectSheet>
  );
}
