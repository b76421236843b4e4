import type { ReactNode } from 'react';
import { useGetOne } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { ClassFacts } from './class-facts';
import type { RatingRecord } from './rating';
import { Reasons } from './rating-facts';
import { useWords } from './words';

/** How an enterprise is rated, on its own page (评级卡). */
export default function RatingCard({ enterpriseId }: { enterpriseId: number }): ReactNode {
  const word = useWords();
  const { data } = useGetOne<RatingRecord>('enterprise-ratings', { id: enterpriseId, meta: { whole: true } });
  if (data?.history === undefined) return null;
  return (
    <>
      <Card
        title={word('card')}
        action={<Link to={`/enterprise-ratings/${enterpriseId.toString()}/show`}>{word('open')}</Link>}
      >
        <ClassFacts record={data} />
      </Card>
      {data.current !== null && data.current.reasons.length > 0 && <Reasons rating={data.current} />}
    </>
  );
}
