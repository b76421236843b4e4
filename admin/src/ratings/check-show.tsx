import { Box, Button, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { EffectSheet } from '../parts/effect-sheet';
import { Facts } from '../parts/facts';
import { Money } from '../parts/money';
import { nothing } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { Day, Instant } from '../parts/time';
import { askOrTakeFile } from '../provider';
import { useMay } from '../session/use-me';
import { saveBlob } from '../table/csv';
import type { CheckRecord } from './rating';
import { useCode, useWords } from './words';

/** One check of an enterprise at a register: what it told, what changed, and the evidence. */
export default function CheckShow(): ReactNode {
  const may = useMay();
  return (
    <RecordPage<CheckRecord>
      resource="credit-checks"
      title={({ number }) => number}
      chips={({ outcome, registerState }) => (
        <>
          <StateChip kind="creditOutcome" state={outcome} />
          <StateChip kind="registerState" state={registerState} />
        </>
      )}
      facts={({ enterpriseId, enterpriseName }) => [
        <Link key="enterprise" to={`/enterprise-ratings/${enterpriseId.toString()}/show`}>
          {enterpriseName}
        </Link>,
      ]}
      actions={(check) => may('credit-checks', 'download') && check.hasEvidence && <TakeEvidence check={check} />}
    >
      {(check) => (
        <>
          <Told check={check} />
          <Changes check={check} />
        </>
      )}
    </RecordPage>
  );
}

function Told({ check }: { check: CheckRecord }): ReactNode {
  const word = useWords();
  const code = useCode();
  const actor = useActorText();
  const yes = (value: boolean | null): string => (value === null ? nothing : word(value ? 'yes' : 'no'));
  return (
    <Card title={word('checks')}>
      <Facts
        facts={[
          { label: word('source'), value: `${code(check.source)} · ${code(check.mode)} · ${code(check.cause)}` },
          { label: word('providerCode'), value: check.providerCode },
          { label: word('registerState'), value: <StateChip kind="registerState" state={check.registerState} /> },
          { label: word('nameAgrees'), value: yes(check.nameAgrees) },
          { label: word('representativeAgrees'), value: yes(check.representativeAgrees) },
          { label: word('dishonest'), value: yes(check.dishonest) },
          { label: word('abnormal'), value: yes(check.abnormal) },
          { label: word('lawsuits'), value: check.lawsuits },
          { label: word('capital'), value: check.capital },
          { label: word('foundedOn'), value: <Day day={check.foundedOn} /> },
          { label: word('sha256'), value: check.sha256 },
          { label: word('note'), value: check.note },
          { label: word('cost'), value: <Money fen={check.costFen} total /> },
          { label: word('checkedBy'), value: actor(check.checkedBy) },
          { label: word('checkedAt'), value: <Instant at={check.checkedAt} /> },
        ]}
      />
    </Card>
  );
}

function Changes({ check }: { check: CheckRecord }): ReactNode {
  const word = useWords();
  const code = useCode();
  const translate = useTranslate();
  if (check.changes.length === 0) return null;
  const shown = (field: string, value: string | number | boolean): string => {
    if (typeof value === 'boolean') return word(value ? 'yes' : 'no');
    return field === 'state' ? translate(`state.registerState.${value.toString()}`) : value.toString();
  };
  return (
    <Card title={word('changed')}>
      <Box component="ul" sx={{ m: 0, pl: '18px', fontSize: 13 }}>
        {check.changes.map(({ field, before, after }) => (
          <li key={field}>
            {field === 'scopeSha256'
              ? `${code(field)} · ${word('otherThanBefore')}`
              : `${code(field)} · ${shown(field, before)} → ${shown(field, after)}`}
          </li>
        ))}
      </Box>
    </Card>
  );
}

function TakeEvidence({ check }: { check: CheckRecord }): ReactNode {
  const word = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {word('takeEvidence')}
      </Button>
      <EffectSheet<unknown>
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        title={`${word('takeEvidence')} · ${check.number}`}
        lead={word('takeEvidenceLead')}
        reason="required"
        confirm={word('takeEvidence')}
        done={() => <Typography sx={{ fontWeight: 600 }}>{word('taken')}</Typography>}
        run={async ({ reason }) => {
          const answer = await askOrTakeFile(`/api/v1/credit-checks/${check.id.toString()}/evidence`, { reason });
          if ('asked' in answer) return answer.asked;
          saveBlob(answer.name ?? check.number, answer.blob);
          return undefined;
        }}
      />
    </>
  );
}
