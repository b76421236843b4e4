import { isLeftEmpty, shown, type AnyField } from '@linggong/studio/domain';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { nothing } from '../../parts/money-text';
import { useSigns } from '../../parts/signs';
import { useText2, type Text2 } from '../../parts/text2';
import { memberOf } from './field-props';
import { useKindsOfWork } from './kind-of-work-input';

interface FieldViewProps {
  field: AnyField;
  value: unknown;
}

/** A content to be read: nothing is shortened, nothing can be changed. */
export function FieldView({ field, value }: FieldViewProps): ReactNode {
  const text = useText2();
  const { control } = field;
  if (control.type !== 'record' && isLeftEmpty(field, value)) return <Words>{text(noneOf(field))}</Words>;
  if (control.type === 'record') {
    return (
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1 }}>
        {Object.entries(control.fields).map(([name, member]) => (
          <Member key={name} field={member} value={memberOf(value, name)} />
        ))}
      </Box>
    );
  }
  if (control.type === 'list' && control.of.control.type === 'record') {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const { fields } = control.of.control;
    if (isTable(fields)) return <Table label={text(field.label)} fields={fields} items={items} />;
    return (
      <Box component="ol" sx={{ pl: 3, m: 0, display: 'grid', gap: 1.5 }}>
        {items.map((item, index) => (
          <li key={index}>
            <FieldView field={control.of} value={item} />
          </li>
        ))}
      </Box>
    );
  }
  if (control.type === 'text2') return <Words>{text(wordsOf(value))}</Words>;
  if (control.type === 'text' && control.of === 'kind-of-work') return <KindsOfWork codes={[value]} />;
  if (control.type === 'list' && control.of.control.type === 'text' && control.of.control.of === 'kind-of-work') {
    return <KindsOfWork codes={Array.isArray(value) ? value : []} />;
  }
  if (control.type === 'text') return <Words>{typeof value === 'string' ? value : ''}</Words>;
  return <Words>{text(shown(field, value))}</Words>;
}

/** As many columns as stand side by side on a desk; more, or lists within, are read one below the other. */
const COLUMNS_MAX = 5;

type Fields = Readonly<Record<string, AnyField>>;

function isTable(fields: Fields): boolean {
  const members = Object.values(fields);
  return members.length <= COLUMNS_MAX && members.every(({ control }) => !['record', 'list'].includes(control.type));
}

interface TableProps {
  label: string;
  fields: Fields;
  items: readonly unknown[];
}

/** Many short things of one kind, such as the days of a year: a line each. */
function Table({ label, fields, items }: TableProps): ReactNode {
  const text = useText2();
  const columns = Object.entries(fields);
  const cell = {
    textAlign: 'left',
    verticalAlign: 'top',
    p: '4px 16px 4px 0',
    borderBottom: '1px solid',
    borderColor: 'tokens.line',
  };
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={label}>
      <Box
        component="table"
        // A column is as wide as its longest word: codes are broken nowhere, and what does not fit is scrolled to.
        sx={{
          ...{ borderCollapse: 'collapse', fontSize: 14 },
          ...{ '& td': cell, '& th': cell, '& td > div': { overflowWrap: 'break-word' } },
        }}
      >
        <thead>
          <tr>
            {columns.map(([name, { label }]) => (
              <Box component="th" key={name} sx={{ fontSize: 13, fontWeight: 400, color: 'tokens.ink3' }}>
                {text(label)}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={index}>
              {columns.map(([name, member]) => (
                <td key={name}>
                  <FieldView field={member} value={memberOf(item, name)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

function Member({ field, value }: FieldViewProps): ReactNode {
  const text = useText2();
  // A list of plain values is read in one line.
  const { control } = field;
  const nested = control.type === 'record' || (control.type === 'list' && control.of.control.type === 'record');
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: nested ? 'minmax(0, 1fr)' : { xs: 'minmax(0, 1fr)', sm: '160px minmax(0, 1fr)' },
      }}
    >
      <Box component="dt" sx={{ fontSize: 13, color: 'tokens.ink3' }}>
        {text(field.label)}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
        <FieldView field={field} value={value} />
      </Box>
    </Box>
  );
}

/** What stands where nothing was written: what that means, where it means something, else a dash. */
function noneOf({ control }: AnyField): Text2 {
  return (control.type === 'list' ? control.none : undefined) ?? { zh: nothing, en: nothing };
}

/** Kinds of work by their names; the code of one that the catalogue in force does not know any more. */
function KindsOfWork({ codes }: { codes: readonly unknown[] }): ReactNode {
  const text = useText2();
  const { listed } = useSigns();
  const known = new Map(useKindsOfWork().map(({ id, title }) => [id, title]));
  const names = codes.map(String).map((code) => {
    const title = known.get(code);
    return title === undefined ? code : text(title);
  });
  return <Words>{names.join(listed)}</Words>;
}

function Words({ children }: { children: string }): ReactNode {
  return <Box sx={{ fontSize: 14, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{children}</Box>;
}

function wordsOf(value: unknown): { zh: string; en: string } {
  const [zh, en] = [memberOf(value, 'zh'), memberOf(value, 'en')];
  return { zh: typeof zh === 'string' ? zh : '', en: typeof en === 'string' ? en : '' };
}
