-- Which orders a bank file tells of, and where an order is told of: for settlement, which knows whose orders they are, to say how long files
-- and people are kept. The bodies of functions are text: they hold no column of a content type fast.
CREATE FUNCTION channels.orders_of_files(file_ids integer[]) RETURNS TABLE (file_id integer, order_id integer)
LANGUAGE sql STABLE AS $$
  SELECT t.id, p.order_id FROM (
    SELECT b.id, i.end_to_end_id AS number FROM channels.bank_files b
      JOIN channels.file_instructions i ON i.message_id = b.message_id WHERE b.id = ANY (file_ids)
    UNION SELECT a.file_id, a.end_to_end_id FROM channels.file_answers a WHERE a.file_id = ANY (file_ids)
    UNION SELECT s.file_id, s.end_to_end_id FROM channels.statement_lines s WHERE s.file_id = ANY (file_ids)
  ) t JOIN public.payouts p ON p.number = t.number
$$;

CREATE FUNCTION channels.files_of_orders(order_ids integer[]) RETURNS TABLE (order_id integer, file_id integer)
LANGUAGE sql STABLE AS $$
  WITH told AS (SELECT p.order_id, p.number FROM public.payouts p WHERE p.order_id = ANY (order_ids))
  SELECT t.order_id, b.id FROM told t JOIN channels.file_instructions i ON i.end_to_end_id = t.number
    JOIN channels.bank_files b ON b.message_id = i.message_id
  UNION SELECT t.order_id, a.file_id FROM told t JOIN channels.file_answers a ON a.end_to_end_id = t.number
  UNION SELECT t.order_id, s.file_id FROM told t JOIN channels.statement_lines s ON s.end_to_end_id = t.number
$$;

CREATE VIEW channels.published_bank_files AS SELECT id AS file_id, vault_file, at FROM channels.bank_files;
GRANT SELECT ON channels.published_bank_files TO linggong_app;
