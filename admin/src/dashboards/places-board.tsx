import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { BackupStatus } from '../backups/backup-status';
import { Card, Cards } from '../parts/card';
import { useMay } from '../session/use-me';
import { visibleGroups } from '../shell/navigation-tree';

/** The first page of the three administrators (三员), who have no business of their own: where their powers are used. */
export default function PlacesBoard(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const pages = visibleGroups(may)
    .flatMap((group) => group.pages)
    .filter(({ to }) => to !== '/');
  return (
    <Cards>
      {may('backups', 'list') && <BackupStatus action={<Link to="/backups">{translate('keeping.backups')}</Link>} />}
      <Card title={translate('dashboard.places')}>
        {pages.length === 0 && <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>{translate('dashboard.noPlaces')}</Box>}
        <Box
          component="ul"
          sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: { xs: 0, sm: 1 }, fontSize: 13 }}
        >
          {pages.map(({ to, label }) => (
            <li key={to}>
              <Box
                component={Link}
                to={to}
                sx={{ display: 'inline-flex', alignItems: 'center', minHeight: { xs: 44, sm: 0 } }}
              >
                {translate(label, { smart_count: 2 })}
              </Box>
            </li>
          ))}
        </Box>
      </Card>
    </Cards>
  );
}
