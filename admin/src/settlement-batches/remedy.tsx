import type { BatchDetail, Blocker, RemedyAction } from '@linggong/settlement/api';
import { Button, Tooltip } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';

/** Where the remedy of a blocker is done: in the lines of this batch, or on a page of the console. */
type Place = { kind: 'lines' } | { kind: 'page'; resource: string; to: string } | { kind: 'words' };

function placeOf(action: RemedyAction, batch: BatchDetail): Place {
  const enterprise = batch.enterpriseId.toString();
  const list = (resource: string, filter: Record<string, string>): Place => ({
    kind: 'page',
    resource,
    to: `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`,
  });
  switch (action) {
    case 'edit-line':
    case 'exclude-lines':
      return { kind: 'lines' };
    case 'register-worker':
      return { kind: 'page', resource: 'workers', to: '/workers?import=1' };
    case 'verify-identity':
      return list('workers', { realNameState: 'pending' });
    case 'activate-worker':
      return list('workers', { state: 'suspended' });
    case 'verify-card':
    case 'notify-card-change':
      return { kind: 'lines' };
    case 'send-contract':
    case 'request-authorization':
      return list('contracts', { enterpriseId: enterprise });
    case 'accept-task':
      return list('engagements', { enterpriseId: enterprise, state: 'delivered' });
    case 'top-up-deposit':
      return list('deposits', { enterpriseId: enterprise });
    case 'sign-cooperation':
    case 'set-fee-plan':
      return { kind: 'page', resource: 'enterprises', to: `/enterprises/${enterprise}/show` };
    case 'review-risk':
    case 'contact-operator':
      return { kind: 'words' };
  }
}

/** The button that clears a blocker: opens the lines, or goes where it is done; where neither is possible here, says who can. */
export function Remedy({ batch, group, onLook }: { batch: BatchDetail; group: Pick<Blocker, 'remedy'>; onLook?: () => void }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const may = useMay();
  const place = placeOf(group.remedy.action, batch);
  const label = text(group.remedy.label);
  if (place.kind === 'lines' && onLook !== undefined) {
    return <Button size="small" color="primary" onClick={onLook}>{label}</Button>;
  }
  if (place.kind === 'page' && may(place.resource, 'list')) {
    return <Button size="small" color="primary" component={Link} to={place.to}>{label}</Button>;
  }
  return (
    <Tooltip title={translate('batch.remedyElsewhere')}>
      <span tabIndex={0}>
        <Button size="small" color="primary" disabled>{label}</Button>
      </span>
    </Tooltip>
  );
}
