import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ContractRow } from '../contracts/contract';
import type { Me } from '../session/me';
import { useMe } from '../session/use-me';

/** Does the reader sign for the enterprise, with the text before him? */
export const signsItself = (me: Me | undefined): boolean => me?.account.enterpriseId !== undefined;

/** The cooperation agreement that waits for the enterprise's own signature; `undefined` while it is looked for. */
export function useAgreement(wanted: boolean): { found: boolean; waiting: ContractRow | undefined } {
  const { data } = useGetList<ContractRow>(
    'contracts',
    {
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'id', order: 'DESC' },
      filter: { kind: 'enterprise-cooperation', state: 'sent' },
    },
    { enabled: wanted },
  );
  return { found: data !== undefined, waiting: data?.[0] };
}

/** The next step of an approved enterprise, for itself: the agreement is signed where it is read. */
export function AgreementLink(): ReactNode {
  const translate = useTranslate();
  const own = signsItself(useMe());
  const { waiting } = useAgreement(own);
  if (!own || waiting === undefined) return null;
  return (
    <Button
      variant="contained"
      color="primary"
      component={Link}
      to={`/contracts/${waiting.id.toString()}/show`}
      data-approve=""
    >
      {translate('action.enterprise.sign.label')}
    </Button>
  );
}
