-- How payments do at each channel (R13.1): by channel and state, on the day on which they were prepared.
CREATE FUNCTION channels.payout_tallies(p public.payouts) RETURNS SETOF core.contribution LANGUAGE sql IMMUTABLE AS $$
  SELECT 'payouts', p.channel || ' ' || p.state, (coalesce(p.prepared_at, p.created_at, timestamp '1970-01-01') + interval '8 hours')::date, NULL::integer,
         1::bigint, 0::bigint, 0::bigint, 0::bigint, coalesce(p.amount_fen, 0)
$$;
SELECT core.keep_tallies('public.payouts', 'channels.payout_tallies', ARRAY['payouts']);
