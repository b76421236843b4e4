import type { TableColumn } from '@linggong/studio/domain';
import EditOutlinedIcon from '@mui/icons-material/EditOutlined';
import { Box, IconButton } from '@mui/material';
import { memo, type CSSProperties, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../../parts/text2';
import { useSigns } from '../../parts/signs';

interface GridHeadProps {
  columns: readonly TableColumn[];
  showsHits: boolean;
  style: CSSProperties;
  /** Opens the settings of a column, where columns may be changed. */
  onColumn: ((column: TableColumn) => void) | undefined;
}

/** The headings: the name of each column, and what it is. They stay as they are while somebody moves or scrolls. */
export const GridHead = memo(function GridHead({ columns, showsHits, style, onColumn }: GridHeadProps): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const text = useText2();
  return (
    <div className="line head" role="row" aria-rowindex={1} style={style}>
      <div role="columnheader" className="cell number">
        <span>{translate('decisionTable.row')}</span>
      </div>
      {showsHits && (
        <div role="columnheader" className="cell end">
          <span>{translate('decisionTable.hits')}</span>
        </div>
      )}
      {columns.map((column, col) => (
        <div key={column.id} role="columnheader" aria-colindex={col + 2} className="cell">
          <Box component="span" sx={{ flex: 1, lineHeight: 1.35 }} title={text(column.label)}>
            <Box component="b" sx={{ color: 'tokens.ink', fontWeight: 600 }}>
              {text(column.label)}
            </Box>
            <br />
            <Box component="small" sx={{ fontSize: 11 }}>
              {translate(`decisionTable.role.${column.role}`)} · {translate(`decisionTable.type.${column.type}`)}
            </Box>
          </Box>
          {onColumn && (
            <IconButton
              size="small"
              tabIndex={-1}
              aria-label={`${translate('decisionTable.columnEdit')}${signs.colon}${text(column.label)}`}
              onClick={() => {
                onColumn(column);
              }}
            >
              <EditOutlinedIcon sx={{ fontSize: 16 }} />
            </IconButton>
          )}
        </div>
      ))}
      {(['note', 'basis'] as const).map((name, at) => (
        <div key={name} role="columnheader" className="cell" aria-colindex={columns.length + at + 2}>
          <span>{translate(`decisionTable.${name}`)}</span>
        </div>
      ))}
    </div>
  );
});
