import type { PermissionMatrix } from '@linggong/access/api';
import { isRole, type Role } from '@linggong/config/roles';
import { Box, MenuItem, Stack, TextField, Typography, useMediaQuery } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { PageHeader } from '../parts/page-header';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { call } from '../provider';
import { MatrixFields } from './matrix-fields';
import { MatrixGrid, MatrixList, ReachMark } from './matrix-grid';
import { linesThatFit, nameOf, type MatrixLine } from './matrix-lines';

/** Who may do what (权限矩阵): the table that the server decides by, with what each of its lines opens. */
export default function MatrixPage(): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['permission-matrix'],
    // The route answers with the schema `matrixAnswer`.
    queryFn: async ({ signal }) => (await call('/api/v1/permission-matrix', { signal })).json as PermissionMatrix,
  });
  if (error !== null) {
    return (
      <Trouble
        error={error}
        retry={() => {
          void refetch();
        }}
      />
    );
  }
  return data === undefined ? <PageSkeleton /> : <MatrixBody matrix={data} />;
}

function MatrixBody({ matrix }: { matrix: PermissionMatrix }): ReactNode {
  const translate = useTranslate();
  const phone = useMediaQuery('(max-width: 599px)');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Role | ''>('');
  const told = useLineName();
  // Nineteen columns do not fit a phone: it shows one role at a time.
  const role = chosen === '' && phone ? (matrix.roles[0]?.role ?? '') : chosen;
  const lines = linesThatFit(matrix.rules, { text, role }, told);
  const facts = translate('matrix.facts', { lines: matrix.rules.length, roles: matrix.roles.length });
  return (
    <>
      <PageHeader
        crumbs={[{ label: translate('navigation.system') }]}
        title={translate('matrix.title')}
        facts={[facts, translate('matrix.found', { count: lines.length })]}
      />
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 1, mb: 1.25 }}>
        <TextField
          size="small"
          type="search"
          label={translate('matrix.search')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <RoleChoice roles={matrix.roles} role={role} withAll={!phone} choose={setChosen} />
        <Legend />
      </Stack>
      {lines.length === 0 && <Typography color="text.secondary">{translate('matrix.none')}</Typography>}
      {lines.length > 0 && phone && role !== '' && <MatrixList lines={lines} role={role} told={told} />}
      {lines.length > 0 && !phone && (
        <MatrixGrid lines={lines} roles={matrix.roles.filter((one) => role === '' || one.role === role)} told={told} />
      )}
      <MatrixFields matrix={matrix} role={role} />
    </>
  );
}

interface RoleChoiceProps {
  roles: PermissionMatrix['roles'];
  role: Role | '';
  withAll: boolean;
  choose: (role: Role | '') => void;
}

function RoleChoice({ roles, role, withAll, choose }: RoleChoiceProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <TextField
      select
      size="small"
      label={translate('matrix.role')}
      value={role}
      slotProps={{ select: { displayEmpty: withAll }, inputLabel: { shrink: true } }}
      sx={{ minWidth: 180 }}
      onChange={({ target: { value } }) => {
        choose(isRole(value) ? value : '');
      }}
    >
      {withAll && <MenuItem value="">{translate('matrix.everyRole')}</MenuItem>}
      {roles.map(({ role: one, name }) => (
        <MenuItem key={one} value={one}>
          {text(name)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Legend(): ReactNode {
  const translate = useTranslate();
  return (
    <Box sx={{ fontSize: 12, color: 'text.secondary', alignSelf: 'center', lineHeight: 1.7 }}>
      {(['all', 'own', 'queue'] as const).map((reach) => (
        <Box key={reach} component="span" sx={{ mr: 1.5, display: 'inline-block' }}>
          <ReachMark reach={reach} /> {translate(`matrix.legend.${reach}`)}
        </Box>
      ))}
      <Box component="span" sx={{ display: 'inline-block' }}>
        {translate('matrix.watched')}
      </Box>
    </Box>
  );
}

/** What a line is called in the reader's language. */
function useLineName(): (line: MatrixLine) => string {
  const translate = useTranslate();
  const text = useText2();
  return useCallback(
    (line) => {
      const name = nameOf(line);
      if (name.kind === 'operation') return text(name.text);
      const list = translate(`resources.${name.list}.name`, { smart_count: 2, _: name.list });
      return translate(`matrix.${name.kind}`, { name: list });
    },
    [translate, text],
  );
}
