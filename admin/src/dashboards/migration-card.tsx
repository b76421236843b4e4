import type { RatingMigration } from '@linggong/risk/api';
import { addDays } from '@linggong/core/domain';
import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { call } from '../provider';
import { today } from './days';
import { listAt } from './tile';

const classes = ['A', 'B', 'C', 'D', 'E'] as const;
/** So many days are looked back on: a quarter. */
const days = 92;

const words = {
  title: { zh: '近 92 天企业等级怎样变化？（家）', en: 'How did the classes of enterprises move in 92 days?' },
  from: { zh: '原等级', en: 'Before' },
  new: { zh: '新评级', en: 'New' },
  to: { zh: '现等级', en: 'Now' },
  none: { zh: '还没有评级。', en: 'Nobody is rated yet.' },
  moved: { zh: '查看企业', en: 'Open the enterprises' },
} as const;

/** From which class to which enterprises moved (等级迁移): those that fell are red, those that rose green; each figure opens who they are. */
export default function MigrationCard(): ReactNode {
  const text = useText2();
  const [from, to] = useMemo(() => [addDays(today(), 1 - days), today()] as const, []);
  const { data, error } = useQuery({
    queryKey: ['rating-migration', from, to],
    queryFn: async ({ signal }) => {
      const { json } = await call(`/api/v1/rating-migration?from=${from}&to=${to}`, { signal });
      // The route answers with the schema `ratingMigration`.
      return json as RatingMigration;
    },
    retry: false,
  });
  const title = text(words.title);
  if (data === undefined) return error === null ? <Card title={title}>{null}</Card> : <Trouble error={error} />;
  return (
    <Card title={title}>
      {data.moves.length === 0 ? (
        <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{text(words.none)}</Box>
      ) : (
        <Matrix moves={data.moves} />
      )}
    </Card>
  );
}

function Matrix({ moves }: Pick<RatingMigration, 'moves'>): ReactNode {
  const text = useText2();
  const translate = useTranslate();
  const name = (one: string): string => translate(`state.ratingClass.${one}`);
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={text(words.title)}>
      <Table size="small" sx={{ '& td, & th': { fontSize: 13, px: 1 }, '& .n': { textAlign: 'right' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{`${text(words.from)} → ${text(words.to)}`}</TableCell>
            {classes.map((after) => (
              <TableCell key={after} className="n">
                {name(after)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {[null, ...classes].map((before) => (
            <TableRow key={before ?? 'new'}>
              <TableCell component="th" scope="row">
                {before === null ? text(words.new) : name(before)}
              </TableCell>
              {classes.map((after) => (
                <TableCell key={after} className="n">
                  <Cell move={moves.find((one) => one.before === before && one.after === after)} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** Staying says little; a fall is red, a rise green, and the colour is not all: the place in the matrix says the same. */
function Cell({ move }: { move: RatingMigration['moves'][number] | undefined }): ReactNode {
  const text = useText2();
  if (move === undefined) return '–';
  const { before, after, enterprises, ids } = move;
  const tone = before === null || before === after ? 'tokens.ink2' : after > before ? 'tokens.bad' : 'tokens.good';
  const count = countText(enterprises);
  return (
    <Box
      component={Link}
      to={listAt('enterprise-ratings', { id: ids })}
      aria-label={`${text(words.moved)} ${before ?? text(words.new)} → ${after} ${count}`}
      sx={{ color: tone, fontWeight: before === after ? 400 : 600 }}
    >
      {count}
    </Box>
  );
}
