import { Box, Table, TableBody, TableCell, TableFooter, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';

interface FigureTableProps {
  label: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** The sums, under a line. */
  foot: readonly string[];
}

/** Figures in rows, right-aligned; the first column says what they are of. Moves by itself where the screen is narrow. */
export function FigureTable({ label, head, rows, foot }: FigureTableProps): ReactNode {
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={label}>
      <Table
        size="small"
        sx={{
          '& td, & th': { fontSize: 13, px: 1, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
          '& td, & thead th:not(:first-of-type)': { textAlign: 'right' },
          '& tfoot td, & tfoot th': { fontWeight: 600, color: 'tokens.ink', borderBottom: 0 },
        }}
      >
        <TableHead>
          <TableRow>
            {head.map((name) => (
              <TableCell key={name}>{name}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <FigureRow key={row[0]} cells={row} />
          ))}
        </TableBody>
        <TableFooter>
          <FigureRow cells={foot} />
        </TableFooter>
      </Table>
    </Box>
  );
}

function FigureRow({ cells: [name, ...figures] }: { cells: readonly string[] }): ReactNode {
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {name}
      </TableCell>
      {figures.map((figure, index) => (
        <TableCell key={index}>{figure}</TableCell>
      ))}
    </TableRow>
  );
}
