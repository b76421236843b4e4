import { severities, type Severity } from '@linggong/risk/domain';
import { Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EffectSheet } from '../parts/effect-sheet';
import { RecordField } from '../parts/record-field';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import type { CaseRecord } from './risk-case';

type SubjectKind = 'worker' | 'enterprise';

interface ReportRiskProps {
  /** Whom it is about, where the page says so already. */
  about?: { kind: SubjectKind; id: number };
  onDone?: () => void;
  main?: boolean;
}

interface Typed {
  subjectKind: SubjectKind;
  subjectId: string;
  severity: Severity;
  title: string;
  text: string;
}

const blank: Typed = { subjectKind: 'worker', subjectId: '', severity: 'medium', title: '', text: '' };

/** Reports a risk by hand (人工立案): about a worker or an enterprise, in one's own words. */
export function ReportRisk({ about, onDone, main = false }: ReportRiskProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const first = about === undefined ? blank : { ...blank, subjectKind: about.kind, subjectId: about.id.toString() };
  const [typed, setTyped] = useState(first);
  const [open, setOpen] = useState(false);
  const { subjectKind, subjectId, severity } = typed;
  const [title, text] = [typed.title.trim(), typed.text.trim()];
  const words = (part: string): string => translate(`riskCases.report.${part}`);
  return (
    <>
      <Button
        {...(main ? { variant: 'contained' as const, color: 'primary' as const } : {})}
        onClick={() => {
          setOpen(true);
        }}
      >
        {words('title')}
      </Button>
      <EffectSheet<CaseRecord>
        open={open}
        onClose={() => {
          setOpen(false);
          setTyped(first);
        }}
        title={words('title')}
        lead={words('lead')}
        ready={/^[1-9]\d{0,8}$/.test(subjectId) && title.length >= 4 && text.length >= 4}
        confirm={words('title')}
        run={async ({ key }) => {
          const body = { subjectKind, subjectId: Number(subjectId), severity, title, text };
          const answer = await provider.command('risk-cases', undefined, '', body, key);
          onDone?.();
          // The route answers with the schema `riskCaseAnswer`.
          return answer as CaseRecord;
        }}
        done={({ id, number }) => <Reported id={id} number={number} />}
      >
        <ReportFields
          typed={typed}
          named={about === undefined}
          change={(part) => {
            setTyped({ ...typed, ...part });
          }}
        />
      </EffectSheet>
    </>
  );
}

function Reported({ id, number }: { id: number; number: string }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  return (
    <>
      <Typography>{translate('riskCases.report.done', { number })}</Typography>
      {may('risk-cases', 'show') && (
        <Button component={Link} to={`/risk-cases/${id.toString()}/show`} sx={{ justifySelf: 'start' }}>
          {translate('riskCases.report.open')}
        </Button>
      )}
    </>
  );
}

interface FieldsProps {
  typed: Typed;
  named: boolean;
  change: (part: Partial<Typed>) => void;
}

function ReportFields({ typed, named, change }: FieldsProps): ReactNode {
  const translate = useTranslate();
  const words = (part: string): string => translate(`riskCases.report.${part}`);
  const written = (name: 'title' | 'text', max: number): object => ({
    required: true,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => {
      change({ [name]: event.target.value });
    },
    slotProps: { htmlInput: { maxLength: max } },
  });
  return (
    <>
      {named && (
        <>
          <TextField
            select
            label={words('subjectKind')}
            value={typed.subjectKind}
            onChange={(event) => {
              // The menu holds these two only.
              change({ subjectKind: event.target.value as SubjectKind, subjectId: '' });
            }}
          >
            {(['worker', 'enterprise'] as const).map((kind) => (
              <MenuItem key={kind} value={kind}>
                {translate(`riskCases.subject.${kind}`)}
              </MenuItem>
            ))}
          </TextField>
          <RecordField
            resource={typed.subjectKind === 'worker' ? 'workers' : 'enterprises'}
            label={translate(`riskCases.subject.${typed.subjectKind}`)}
            value={typed.subjectId}
            required
            onChange={(subjectId) => {
              change({ subjectId });
            }}
          />
        </>
      )}
      <SeverityField
        label={words('severity')}
        value={typed.severity}
        onChange={(severity) => {
          change({ severity });
        }}
      />
      <TextField label={words('subject')} {...written('title', 80)} />
      <TextField
        label={words('text')}
        helperText={words('textHelp')}
        multiline
        minRows={4}
        {...written('text', 2_000)}
      />
    </>
  );
}

interface SeverityFieldProps {
  label: string;
  value: Severity;
  onChange: (severity: Severity) => void;
}

export function SeverityField({ label, value, onChange }: SeverityFieldProps): ReactNode {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => {
        // The menu holds these codes only.
        onChange(event.target.value as Severity);
      }}
    >
      {severities.map((code) => (
        <MenuItem key={code} value={code}>
          {translate(`state.riskSeverity.${code}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
