import type { BatchDetail, Blocker, BlockerGroup } from '@linggong/settlement/api';
import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { SendContracts } from '../contracts/send-contracts';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import { remedyPlace } from './remedy-place';
import { RunChecks } from './run-checks';
import { subjectsOf, type LineSubject } from './subjects-of-lines';

interface RemedyProps {
  batch: BatchDetail;
  group: Blocker | BlockerGroup;
  /** Narrows the lines to this reason; not given for what holds up the whole batch. */
  onLook?: () => void;
}

/** The button that clears a blocker: a sheet, the lines, or the page where it is done; where the reader cannot, it says who can. */
export function Remedy({ batch, group, onLook }: RemedyProps): ReactNode {
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
        <SendContracts
          key={String(open)}
          open={open}
          onClose={close}
          kind={place.contract}
          enterpriseId={batch.enterpriseId}
          count={count}
          workerIds={idsOf('worker')}
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
  if (place.kind === 'lines' && onLook !== undefined)
    return (
      <Button size="small" color="primary" onClick={onLook}>
        {label}
      </Button>
    );
  if (place.kind === 'page' && may(place.resource, place.action))
    return (
      <Button size="small" color="primary" component={Link} to={place.to}>
        {label}
      </Button>
    );
  return <Elsewhere label={label} />;
}

/** Somebody else has to do it: said in words, as a button that cannot be pressed helps nobody. */
function Elsewhere({ label }: { label: string }): ReactNode {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ fontSize: 12, color: 'tokens.ink3', maxWidth: 150, textAlign: 'right' }}>
      {translate('batch.remedyElsewhere', { label })}
    </Box>
  );
}
