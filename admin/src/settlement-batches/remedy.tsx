import type { BatchDetail, Blocker, BlockerCode, BlockerGroup } from '@linggong/settlement/api';
import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { SendSheet } from '../contracts/send-sheet';
import { useText2 } from '../parts/text2';
import { useMay, useMe } from '../session/use-me';
import { OpenRecords } from './open-records';
import { remedyPlace } from './remedy-place';
import { RunChecks } from './run-checks';
import { subjectsOf, type LineSubject } from './subjects-of-lines';

interface RemedyProps {
  batch: BatchDetail;
  group: Blocker | BlockerGroup;
  /** Begins in the lines of this reason; not given for what holds up the whole batch. */
  onAct?: ((act: 'edit' | 'exclude') => void) | undefined;
}

/** The buttons in the head by the blocker that they clear. */
const reviews: Readonly<Partial<Record<BlockerCode, string>>> = {
  'class-review': 'review-class',
  'batch-review': 'review-batch',
};

/** The button that clears a blocker: a sheet, the lines, or the page where it is done; where the reader cannot, it says who can. */
export function Remedy({ batch, group, onAct }: RemedyProps): ReactNode {
  const text = useText2();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const place = remedyPlace(group.remedy.action, batch);
  const label = text(group.remedy.label);
  const count = 'count' in group ? group.count : 0;
  const button = (
    <Button
      size="small"
      color="primary"
      onClick={() => {
        setOpen(true);
      }}
    >
      {label}
    </Button>
  );
  const close = (): void => {
    setOpen(false);
  };
  const idsOf = (subject: LineSubject) => (): Promise<number[]> => subjectsOf(batch.id.toString(), group.code, subject);
  if (place.kind === 'contracts' && may('contract-batch', 'send')) {
    return (
      <>
        {button}
        <SendSheet
          open={open}
          onClose={close}
          kind={place.contract}
          enterpriseId={batch.enterpriseId}
          count={count}
          workerIds={idsOf('worker')}
          fromBatch
          from={batch.quote?.day}
          scenario={typeof group.params['scenario'] === 'string' ? group.params['scenario'] : undefined}
        />
      </>
    );
  }
  if (place.kind === 'checks' && may('real-name-check', 'run')) {
    return (
      <>
        {button}
        <RunChecks
          open={open}
          onClose={close}
          title={label}
          count={count}
          subject={place.subject}
          ids={idsOf(place.subject)}
        />
      </>
    );
  }
  if (place.kind === 'lines') return <InLines batch={batch} act={place.act} label={label} onAct={onAct} />;
  if (place.kind === 'records' && may(place.of === 'task' ? 'tasks' : 'engagements', 'list'))
    return <OpenRecords batch={batch} blocker={group.code} of={place.of} label={label} />;
  // The button itself stands in the head.
  if (place.kind === 'head' && batch.nextActions.some(({ action }) => action === reviews[group.code])) return null;
  if (place.kind === 'page' && may(place.resource, place.action))
    return (
      <Button size="small" color="primary" component={Link} to={place.to}>
        {label}
      </Button>
    );
  if (place.kind === 'operator') return <AskOperator to={place.to} batch={batch} label={label} />;
  return <Elsewhere label={label} />;
}

/** Staff go to the page of the enterprise; an enterprise writes a complaint, which begins with the number of its batch. */
function AskOperator({ to, batch, label }: { to: string; batch: BatchDetail; label: string }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const isPlatform = useMe()?.account.enterpriseId === undefined;
  if (isPlatform && may('enterprises', 'read'))
    return (
      <Button size="small" color="primary" component={Link} to={to}>
        {translate('batch.remedyEnterprise')}
      </Button>
    );
  if (!isPlatform && may('form-records', 'submit'))
    return (
      <Button
        size="small"
        color="primary"
        component={Link}
        to={`/form-records/create?form=service.complaint&batch=${encodeURIComponent(batch.number)}`}
      >
        {translate('batch.remedyComplaint')}
      </Button>
    );
  return <Elsewhere label={label} />;
}

interface InLinesProps {
  batch: BatchDetail;
  act: 'edit' | 'exclude';
  label: string;
  onAct: RemedyProps['onAct'];
}

/** For the whole batch there is no line to begin with: the reasons of its lines stand below, each with its button. */
function InLines({ batch, act, label, onAct }: InLinesProps): ReactNode {
  const name = act === 'edit' ? 'edit-line' : 'exclude-lines';
  if (onAct === undefined || !batch.nextActions.some(({ action, enabled }) => action === name && enabled)) return null;
  return (
    <Button
      size="small"
      color="primary"
      onClick={() => {
        onAct(act);
      }}
    >
      {label}
    </Button>
  );
}

/** It is done elsewhere, by the platform: said in words, as a button that cannot be pressed helps nobody. */
function Elsewhere({ label }: { label: string }): ReactNode {
  const translate = useTranslate();
  const isPlatform = useMe()?.account.enterpriseId === undefined;
  return (
    <Box component="span" sx={{ fontSize: 12, color: 'tokens.ink3', maxWidth: 150, textAlign: 'right' }}>
      {translate(isPlatform ? 'batch.remedyHere' : 'batch.remedyElsewhere', { label })}
    </Box>
  );
}
