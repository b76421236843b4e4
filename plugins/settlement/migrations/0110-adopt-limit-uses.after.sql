-- What was paid this year before limits were counted: taken over once, by the Shanghai day of the confirmation.
INSERT INTO risk.limit_uses (subject, key, year, year_fen, year_count, month, month_fen, month_count, day, day_fen, day_count)
WITH paid AS (
  SELECT o.worker_id, o.enterprise_id, t.scenario, o.amount_fen,
         (o.confirmed_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai')::date AS day
    FROM public.orders o JOIN tasks.published_task_facts t ON t.task_id = o.task_id
   WHERE o.state IN ('confirmed', 'paying', 'paid') AND o.confirmed_at IS NOT NULL
), uses AS (
  SELECT 'worker' AS subject, worker_id::text AS key, day, amount_fen FROM paid
  UNION ALL SELECT 'enterprise', enterprise_id::text, day, amount_fen FROM paid
  UNION ALL SELECT 'kind-of-work', enterprise_id || ':' || scenario, day, amount_fen FROM paid
), last AS (
  SELECT u.*, max(day) OVER (PARTITION BY subject, key, extract(year FROM day)) AS last_day FROM uses u
)
SELECT subject, key, extract(year FROM day)::int, sum(amount_fen), count(*), to_char(last_day, 'YYYY-MM'),
       sum(amount_fen) FILTER (WHERE date_trunc('month', day) = date_trunc('month', last_day)),
       count(*) FILTER (WHERE date_trunc('month', day) = date_trunc('month', last_day)), last_day,
       sum(amount_fen) FILTER (WHERE day = last_day), count(*) FILTER (WHERE day = last_day)
  FROM last GROUP BY subject, key, extract(year FROM day), last_day
ON CONFLICT DO NOTHING;
