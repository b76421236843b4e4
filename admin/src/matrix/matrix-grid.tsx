import { roleNames } from '@linggong/config/roles';
import { Box } from '@mui/material';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../parts/text2';
import { Frame, Grid } from '../table/grid';
import type { MatrixLine, MatrixRole, Reach } from './matrix-lines';

interface Props {
  lines: readonly MatrixLine[];
  roles: readonly MatrixRole[];
  told: (line: MatrixLine) => string;
}

/** Each reach has a sign and a word: the colour is never alone. */
const Mark = styled('span', { shouldForwardProp: (name) => name !== 'reach' })<{ reach: Reach }>(({ theme, reach }) => {
  const t = theme.palette.tokens;
  const colours = { all: [t.good, t.goodBg], own: [t.ink2, t.head], queue: [t.wait, t.waitBg] } as const;
  const [color, backgroundColor] = colours[reach];
  return {
    color,
    backgroundColor,
    borderRadius: 4,
    padding: '2px 4px',
    fontSize: 11,
    fontWeight: 600,
    whiteSpace: 'nowrap',
  };
});

const Table = styled(Grid)(({ theme }) => ({
  '& thead th': { height: 104, padding: '0 2px 8px', verticalAlign: 'bottom', zIndex: 2 },
  '& thead th.role > span': {
    writingMode: 'vertical-rl',
    textOrientation: 'mixed',
    maxHeight: 96,
    lineHeight: 1.1,
    whiteSpace: 'normal',
  },
  '& td.reach, & th.role': { width: 38, padding: '0 2px', textAlign: 'center' },
  '& tbody th': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    minWidth: 210,
    maxWidth: 260,
    whiteSpace: 'normal',
    fontWeight: 400,
    padding: '4px 10px 4px 14px',
    backgroundColor: theme.palette.tokens.card,
  },
  '& thead th:first-of-type': { position: 'sticky', left: 0, zIndex: 3, paddingLeft: 14 },
}));

/** Roles across, operations down; the names of both stay in sight while the rest moves. */
export function MatrixGrid({ lines, roles, told }: Props): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const label = translate('matrix.title');
  return (
    <Frame tabIndex={0} role="region" aria-label={label} sx={{ maxHeight: 'calc(100vh - 230px)' }}>
      <Table>
        <thead>
          <tr>
            <th scope="col">{translate('matrix.line')}</th>
            {roles.map(({ role, name }) => (
              <th key={role} scope="col" className="role">
                <span>{text(name)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.resource}:${line.action}`}>
              <th scope="row">
                <LineWords line={line} told={told} />
              </th>
              {roles.map(({ role }) => (
                <td key={role} className="reach">
                  <ReachMark reach={line.roles[role]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Frame>
  );
}

/** The same on a phone, for one role: a line an operation. */
export function MatrixList({ lines, role, told }: Omit<Props, 'roles'> & { role: MatrixRole['role'] }): ReactNode {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {lines.map((line) => (
        <Box
          component="li"
          key={`${line.resource}:${line.action}`}
          sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.75, borderBottom: 1, borderColor: 'divider' }}
        >
          <Box sx={{ flex: 1, minWidth: 0, fontSize: 14 }}>
            <LineWords line={line} told={told} />
          </Box>
          <ReachMark reach={line.roles[role]} />
        </Box>
      ))}
    </Box>
  );
}

function LineWords({ line, told }: { line: MatrixLine; told: Props['told'] }): ReactNode {
  const opens = line.operations.map(({ method, address }) => `${method} ${address}`).join('\n');
  return (
    <span title={opens}>
      {told(line)}
      <Box component="span" className="mono" sx={{ display: 'block', overflowWrap: 'anywhere', fontSize: 11 }}>
        {line.resource}:{line.action}
      </Box>
      <Elevated line={line} />
      <SteppedUp line={line} />
    </span>
  );
}

/** Who may be let in for a while, by a superior's approval (提权). */
function Elevated({ line: { elevation } }: { line: MatrixLine }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  if (elevation === undefined) return null;
  const roles = elevation.roles.map((role) => text(roleNames[role])).join(' · ');
  return (
    <Box component="span" sx={{ display: 'block', fontSize: 11, color: 'text.secondary' }}>
      {translate('matrix.elevated', { roles })}
    </Box>
  );
}

/** Already the asking takes a code that was given just now. */
function SteppedUp({ line: { stepUp } }: { line: MatrixLine }): ReactNode {
  const translate = useTranslate();
  if (stepUp === undefined) return null;
  return (
    <Box component="span" sx={{ display: 'block', fontSize: 11, color: 'text.secondary' }}>
      {translate('matrix.stepUp')}
    </Box>
  );
}

export function ReachMark({ reach }: { reach: Reach | undefined }): ReactNode {
  const translate = useTranslate();
  if (reach === undefined)
    return (
      <Box component="span" aria-label={translate('matrix.reach.none')} sx={{ color: 'text.disabled' }}>
        ·
      </Box>
    );
  return <Mark reach={reach}>{translate(`matrix.reach.${reach}`)}</Mark>;
}
