import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../session/use-me';
import type { EnterpriseRecord } from './enterprise';

/** The way to the form, as long as the application itself is open; another contact is named on its own card later. */
export function ChangeLink({ record }: { record: Pick<EnterpriseRecord, 'id' | 'changeableFields'> }): ReactNode {
  const translate = useTranslate();
  const may = useMay()('enterprises', 'change');
  if (!may || !record.changeableFields.includes('name')) return null;
  return (
    <Button component={Link} to={`/enterprises/${record.id.toString()}`}>
      {translate('enterprise.edit')}
    </Button>
  );
}
