import type { PermissionMatrix } from '@linggong/access/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { useText2 } from '../parts/text2';
import { fieldsFor, type MatrixField, type MatrixRole } from './matrix-lines';

interface Props {
  matrix: PermissionMatrix;
  role: MatrixRole['role'] | '';
}

/** The fields that not everybody sees who sees their row (字段范围), and from whom each is kept. */
export function MatrixFields({ matrix, role }: Props): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const names = new Map(matrix.roles.map(({ role: one, name }) => [one, text(name)]));
  const fields = fieldsFor(matrix, role);
  if (fields.length === 0) return null;
  return (
    <Card title={translate('matrix.fields')} sx={{ mt: 2 }}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: 14 }}>
        {fields.map((one) => (
          <Box
            component="li"
            key={`${one.resource} ${one.field}`}
            sx={{ py: 0.75, borderBottom: 1, borderColor: 'divider' }}
          >
            {nameOfField(translate, one)}
            <Box component="span" className="mono" sx={{ fontSize: 11, ml: 1, overflowWrap: 'anywhere' }}>
              {one.resource}:{one.field}
            </Box>
            <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
              {translate('matrix.keptFrom', { roles: one.keptFrom.map((name) => names.get(name) ?? name).join(' · ') })}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  );
}

/** What the field is called on the pages of its list, or its own heading there. */
function nameOfField(translate: ReturnType<typeof useTranslate>, { list, field }: MatrixField): string {
  const thing = translate(`resources.${list}.name`, { smart_count: 1, _: list });
  return `${thing} · ${translate(`matrix.field.${field}`, { _: translate(`resources.${list}.fields.${field}`, { _: field }) })}`;
}
