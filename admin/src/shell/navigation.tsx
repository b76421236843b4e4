import { Box, Tooltip } from '@mui/material';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { useMay, useMe } from '../session/use-me';
import { useTodoCount } from './todo';
import { isAt, visibleGroups, type NavigationGroup } from './navigation-tree';

const Row = styled(Link, { shouldForwardProp: (name) => name !== 'inner' })<{ inner?: boolean }>(
  ({ theme, inner }) => ({
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    minHeight: inner === true ? 30 : 34,
    padding: inner === true ? '3px 12px 3px 24px' : '0 12px',
    fontSize: inner === true ? 13 : 14,
    borderRadius: 6,
    color: theme.palette.tokens.ink2,
    lineHeight: '18px',
    // Some names are longer than the navigation in English.
    whiteSpace: inner === true ? 'normal' : 'nowrap',
    '& svg': { fontSize: 18, flex: 'none' },
    '&:hover': { textDecoration: 'none', backgroundColor: theme.palette.tokens.head },
    '&[aria-current]': { color: theme.palette.tokens.accent, fontWeight: 600 },
    '&[data-on]': {
      backgroundColor: theme.palette.tokens.accentBg,
      color: theme.palette.tokens.accent,
      fontWeight: 600,
    },
    '@media (max-width: 899px)': { minHeight: 44 },
  }),
);

/** The groups of work; the group that one is in shows its pages. Folded, it keeps the icons and tells names on hover. */
export function Navigation({ slim = false, onGo }: { slim?: boolean; onGo?: () => void }): ReactNode {
  const translate = useTranslate();
  const groups = visibleGroups(useMay(), useMe()?.account.role);
  const todo = useTodoCount();
  return (
    <Box
      component="nav"
      id="navigation"
      aria-label={translate('navigation.label')}
      sx={{ p: '10px 8px', display: 'grid', gap: '2px' }}
      onClick={onGo}
    >
      {groups.map((group) => (
        <Group key={group.key} group={group} slim={slim} badge={group.pages[0]?.to === '/' ? todo : undefined} />
      ))}
    </Box>
  );
}

const Badge = styled('b')(({ theme }) => ({
  marginLeft: 'auto',
  fontSize: 12,
  fontWeight: 600,
  lineHeight: '18px',
  borderRadius: 9,
  padding: '0 7px',
  color: theme.palette.tokens.wait,
  backgroundColor: theme.palette.tokens.waitBg,
}));

function Group({
  group,
  slim,
  badge,
}: {
  group: NavigationGroup;
  slim: boolean;
  badge: number | undefined;
}): ReactNode {
  const translate = useTranslate();
  const path = useLocation().pathname;
  const first = group.pages[0];
  if (first === undefined) return null;
  const on = group.pages.some((page) => isAt(page, path));
  const single = group.pages.length === 1;
  // A group of which only one page is left goes by the name of that page.
  const name = single ? translate(first.label, { smart_count: 2 }) : translate(`navigation.${group.key}`);
  const Icon = group.icon;
  return (
    <>
      <Tooltip title={slim ? name : ''} placement="right">
        <Row
          to={first.to}
          data-on={on ? '' : undefined}
          aria-current={on && single ? 'page' : undefined}
          aria-label={slim ? name : undefined}
        >
          {slim ? <Icon aria-hidden /> : name}
          {badge !== undefined && badge > 0 && !slim && <Badge>{badge}</Badge>}
        </Row>
      </Tooltip>
      {on &&
        !slim &&
        !single &&
        group.pages.map((page) => (
          <Row key={page.to} to={page.to} inner aria-current={isAt(page, path) ? 'page' : undefined}>
            {translate(page.label, { smart_count: 2 })}
          </Row>
        ))}
    </>
  );
}
