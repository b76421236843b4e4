import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Day } from '../parts/time';
import { resources } from '../resources';
import { useMay } from '../session/use-me';
import { rightOfPage } from '../shell/page-rights';
import type { Control, Evidence } from './control';
import type { EvidenceAct } from './evidence-sheet';

const names = resources.map(({ name }) => name);

/** One control: its clause, how it is met, what was seen just now, and what was entered for it. */
export function ControlCard({ control, onAct }: { control: Control; onAct: (act: EvidenceAct) => void }): ReactNode {
  const text = useText2();
  const { number, name, clause, how, state, checks, pages } = control;
  return (
    <Card title={`${number.toString()} · ${text(name)}`} action={<StateChip kind="control" state={state} />}>
      <Box sx={{ display: 'grid', gap: 1, fontSize: 13 }}>
        <Box sx={{ color: 'tokens.ink3' }}>{text(clause)}</Box>
        <div>{text(how)}</div>
        {checks.map((check) => (
          <Row key={check.name} chip={<StateChip kind="control" state={check.state} />}>
            {text(check.figure)} {check.link !== null && <PageLink to={check.link} />}
          </Row>
        ))}
        <Needed control={control} onAct={onAct} />
        {pages.length > 0 && (
          <Box sx={{ color: 'tokens.ink2', display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
            {pages.map((one) => (
              <PageLink key={one.text.en} to={one.page} label={text(one.text)} />
            ))}
          </Box>
        )}
      </Box>
    </Card>
  );
}

function Row({ chip, children }: { chip: ReactNode; children: ReactNode }): ReactNode {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '88px 1fr' }, gap: 1, alignItems: 'start' }}>
      <span>{chip}</span>
      {/* A link inside of a sentence is told by more than its colour. */}
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere', '& a': { textDecoration: 'underline' } }}>{children}</Box>
    </Box>
  );
}

/** A page that the reader may open is a link; another, or a document, is its name. */
function PageLink({ to, label }: { to: string | null; label?: string }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const right = to === null ? undefined : rightOfPage(to, names);
  const word = label ?? translate('mlps.look');
  if (to !== null && right !== undefined && may(right.resource, right.action)) return <Link to={to}>{word}</Link>;
  return label === undefined ? null : <Box sx={{ overflowWrap: 'anywhere' }}>{label}</Box>;
}

/** What no machine shows: what has to be entered, and what was. */
function Needed({ control, onAct }: { control: Control; onAct: (act: EvidenceAct) => void }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const may = useMay()('mlps-control', 'add-evidence');
  const { needs, entries, number } = control;
  const shown = entries.some(({ state }) => state === 'in-force');
  if (needs === null && entries.length === 0 && !may) return null;
  return (
    <>
      {needs !== null && !shown && (
        <Row chip={<StateChip kind="control" state="unknown" />}>{translate('mlps.needs', { what: text(needs) })}</Row>
      )}
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} mayWithdraw={may} onAct={onAct} />
      ))}
      {may && (
        <div>
          <Button
            size="small"
            onClick={() => {
              onAct({ kind: 'add', number });
            }}
          >
            {translate('mlps.act.add.label')}
          </Button>
        </div>
      )}
    </>
  );
}

interface EntryProps {
  entry: Evidence;
  mayWithdraw: boolean;
  onAct: (act: EvidenceAct) => void;
}

function Entry({ entry, mayWithdraw, onAct }: EntryProps): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const { id, datedOn, until, state, enteredBy, withdrawnReason } = entry;
  return (
    <Row chip={<StateChip kind="evidence" state={state} />}>
      <Box sx={{ whiteSpace: 'pre-wrap' }}>{entry.text}</Box>
      <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>
        <Day day={datedOn} /> – <Day day={until} /> · {actor(enteredBy)}
        {withdrawnReason !== null && ` · ${translate('mlps.withdrawn', { reason: withdrawnReason })}`}
      </Box>
      {mayWithdraw && state !== 'withdrawn' && (
        <Button
          size="small"
          onClick={() => {
            onAct({ kind: 'withdraw', id });
          }}
        >
          {translate('mlps.act.withdraw.label')}
        </Button>
      )}
    </Row>
  );
}
