import { Box, Stack, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { CopyNumber } from './copy-number';
import { usePane } from './pane';

export interface Crumb {
  label: string;
  to?: string;
}

interface PageHeaderProps {
  crumbs?: readonly Crumb[];
  title: string;
  /** State chips beside the title. */
  chips?: ReactNode;
  /** One line of facts under the title. */
  facts?: readonly ReactNode[];
  /** Buttons, the main one last. */
  actions?: ReactNode;
}

/** The head of every page: where I am, what this is, what I can do next. */
export function PageHeader({ crumbs = [], title, chips, facts = [], actions }: PageHeaderProps): ReactNode {
  const beside = usePane() !== undefined;
  useEffect(() => {
    if (!beside) document.title = `${title} · 灵工 Linggong`;
  }, [beside, title]);
  return (
    <Stack
      component="header"
      direction={{ xs: 'column', sm: 'row' }}
      sx={{ alignItems: { xs: 'stretch', sm: 'flex-start' }, gap: 1.5, mb: 1.75 }}
    >
      <Box sx={{ minWidth: 0, flex: 1 }}>
        {crumbs.length > 0 && !beside && <Crumbs crumbs={crumbs} />}
        <Stack direction="row" sx={{ alignItems: 'center', gap: 1.25, flexWrap: 'wrap', my: '2px' }}>
          <Typography variant={beside ? 'h2' : 'h1'} component={beside ? 'h2' : 'h1'} sx={{ overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          <CopyNumber text={title} />
          {chips}
        </Stack>
        {facts.length > 0 && (
          <Stack direction="row" sx={{ columnGap: 2.25, flexWrap: 'wrap', color: 'tokens.ink2', fontSize: 13 }}>
            {facts.map((fact, index) => (
              // A fact may be one long word, such as the key of an entry.
              <Box component="span" key={index} sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                {fact}
              </Box>
            ))}
          </Stack>
        )}
      </Box>
      {actions !== undefined && (
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', justifyContent: { sm: 'flex-end' }, pt: { sm: 1 } }}>
          {actions}
        </Stack>
      )}
    </Stack>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }): ReactNode {
  return (
    <Box component="nav" sx={{ fontSize: 12, color: 'tokens.ink3', '& a': { color: 'inherit' } }}>
      {crumbs.map((crumb, index) => (
        <span key={crumb.label}>
          {index > 0 && ' / '}
          {crumb.to === undefined ? crumb.label : <Link to={crumb.to}>{crumb.label}</Link>}
        </span>
      ))}
    </Box>
  );
}
